using System.CommandLine;
using System.CommandLine.Parsing;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Import;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli;

/// <summary>The whole command line.</summary>
internal static class CommandTree
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] arguments, Surroundings around, CancellationToken cancellationToken = default)
    {
        var (root, cli) = Build(around);
        var parse = root.Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            return (int)new Answers(around, parse.GetValue(cli.Json)).Refuse(Misuse(parse));
        }

        var invocation = new InvocationConfiguration
        {
            Output = around.Out,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToStop,
        };
        return await parse.InvokeAsync(invocation, cancellationToken);
    }

    public static (RootCommand Root, Cli Cli) Build(Surroundings around)
    {
        var cli = new Cli(around);
        var root = new RootCommand("ContactGroup: contact between humanitarian organisations, military forces and coordinators, each side with its own view.");
        root.Add(cli.Json);
        root.Add(cli.Profile);
        root.Add(cli.Url);
        Command[] commands =
        [
            SetUpCommand.Build(cli), LoginCommand.Build(cli), LogoutCommand.Build(cli), WhoamiCommand.Build(cli), JoinCommand.Build(cli),
            OrganisationsCommand.Build(cli), InviteCommand.Build(cli), SuspendCommand.Build(cli),
            GroupsCommand.Build(cli), MembersCommand.Build(cli), ChannelsCommand.Build(cli), TermsCommand.Build(cli),
            PostCommand.Build(cli), EditCommand.Build(cli), WithdrawCommand.Build(cli), AcknowledgeCommand.Build(cli),
            ReportCommand.Build(cli), UpdateCommand.Build(cli), VerifyCommand.Build(cli), AffectedCommand.Build(cli), ImportCommand.Build(cli),
            MovementsCommand.Build(cli), SitesCommand.Build(cli), AccessCommand.Build(cli), AdvisoriesCommand.Build(cli), ConcernsCommand.Build(cli), OverlapsCommand.Build(cli), RecordCommand.Build(cli),
            WatchCommand.Build(cli), ItemsCommand.Build(cli), ShowCommand.Build(cli), DownloadCommand.Build(cli), ExportCommand.Build(cli), HistoryCommand.Build(cli), PreviewCommand.Build(cli), ExplainCommand.Build(cli),
            ReviewsCommand.Build(cli), ReleaseCommand.Build(cli), ReturnCommand.Build(cli), QuarantineCommand.Build(cli), RecallCommand.Build(cli), ExposureCommand.Build(cli),
            TestAsCommand.Build(cli),
            WidenCommand.Build(cli), ConsentCommand.Build(cli), DeclineCommand.Build(cli),
            PolicyCommand.Build(cli), ConfigCommand.Build(cli),
        ];
        foreach (var command in commands)
        {
            root.Add(command);
        }

        return (root, cli);
    }

    private static CliException Misuse(ParseResult parse)
    {
        var path = new List<string>();
        for (SymbolResult? at = parse.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            path.Insert(0, command.Command.Name);
        }

        var remedy = $"See: contactgroup {string.Join(' ', path.Append("--help"))}";
        return new CliException(ExitCode.Usage, string.Join(' ', parse.Errors.Select(e => e.Message)), remedy);
    }
}
