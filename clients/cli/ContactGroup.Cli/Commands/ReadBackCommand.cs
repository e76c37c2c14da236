using System.CommandLine;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>movements read-back</c> and <c>sites read-back</c>: what is read out by radio, and the digits that both ends compare.</summary>
internal static class ReadBackCommand
{
    public static Command Build(Cli cli, string kind)
    {
        var item = new Argument<string>("ITEM") { Description = $"Id or reference of a {kind} that you see." };
        return cli.Command("read-back", $"Read a {kind} out by radio: reference, version and positions in the words of the radio, with check digits.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var found = await (await run.ClientAsync(cancellationToken)).GetItemAsync(id, cancellationToken);
            if (found.Kind != kind)
            {
                throw new CliException(ExitCode.Usage, $"{found.Reference ?? id} is not a {kind}.", found.Kind is "movement" or "site" ? $"See: contactgroup {found.Kind}s read-back" : "Movements and sites are read out.");
            }

            var read = ReadBack.Of(found)
                ?? throw new CliException(ExitCode.Refused, $"You are not shown the whole of {found.Reference ?? id}, and there is nothing to read out.", $"See what you are shown: contactgroup show {run.Get(item)}");
            return run.Answers.Give("read-back", read, say => Say(say, read));
        }
    }

    private static void Say(Answers say, ReadBack read)
    {
        say.Line("Read out line by line. The other end has the same version before it and reads back the check digits; where they differ, read the line again.");
        foreach (var line in read.Lines)
        {
            say.Line();
            say.Line($"{line.Title}: {line.Written}   check {line.Check}");
            say.Line($"  {line.Spoken}");
        }

        say.Line();
        say.Line($"Check digits of all: {read.Check}");
        say.Line(OnNotification.Law);
    }
}
