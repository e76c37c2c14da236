using System.CommandLine;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli;

/// <summary>What all commands share: the global options, and how a command's outcome becomes output and an exit code.</summary>
internal sealed class Cli(Surroundings around)
{
    public Surroundings Around { get; } = around;

    public Option<bool> Json { get; } = new("--json") { Description = "Answer with one JSON object for machines.", Recursive = true };

    public Option<string?> Profile { get; } = new("--profile")
    {
        Description = "Who to be: a name for a sign-in of its own, so that several terminals can be several people. Environment: CONTACTGROUP_PROFILE.",
        HelpName = "name",
        Recursive = true,
    };

    public Option<string?> Url { get; } = new("--url")
    {
        Description = "Address of the server. Environment: CONTACTGROUP_URL. Default: the profile's, else http://127.0.0.1:5080.",
        HelpName = "address",
        Recursive = true,
    };

    public Command Command(
        string name, string description, Func<Invocation, CancellationToken, Task<ExitCode>> act, IReadOnlyList<Symbol>? takes = null)
    {
        var command = new Command(name, description);
        foreach (var symbol in takes ?? [])
        {
            switch (symbol)
            {
                case Argument argument: command.Add(RefusingOptions(argument)); break;
                case Option option: command.Add(option); break;
            }
        }

        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(parse, act, cancellationToken));
        return command;
    }

    // A misspelt option must not become the text of a message or the name of a channel.
    private static Argument RefusingOptions(Argument argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                result.AddError($"There is no option '{token.Value}' here.");
            }
        });
        return argument;
    }

    public static Command Family(string name, string description, params Command[] members)
    {
        var family = new Command(name, description);
        foreach (var member in members)
        {
            family.Add(member);
        }

        return family;
    }

    private async Task<ExitCode> RunAsync(ParseResult parse, Func<Invocation, CancellationToken, Task<ExitCode>> act, CancellationToken cancellationToken)
    {
        var answers = new Answers(Around, parse.GetValue(Json));
        using var invocation = new Invocation(this, parse, answers);
        try
        {
            return await act(invocation, cancellationToken);
        }
        catch (CliException refusal)
        {
            return answers.Refuse(refusal);
        }
        catch (ContactGroupException refusal)
        {
            return answers.Refuse(Refusals.Of(refusal));
        }
        catch (Exception io) when (io is IOException or UnauthorizedAccessException)
        {
            return answers.Refuse(new CliException(ExitCode.Refused, io.Message, "Check the file and who may read or write it."));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            answers.Note("Stopped.");
            return ExitCode.Refused;
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return answers.Refuse(new CliException(
                ExitCode.Refused, $"contactgroup has a defect: {defect.GetType().Name}: {defect.Message}", "Please report it with the command that you gave.", code: "cli-defect"));
        }
    }
}
