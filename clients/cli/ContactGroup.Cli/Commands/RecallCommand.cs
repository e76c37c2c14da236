using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>recall</c>: takes an item back from one side or force.</summary>
internal static class RecallCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        var from = new Option<string>("--from")
        {
            Description = "From whom: a side or a force, such as side:political or audience:military:northern-force.",
            HelpName = "target",
            Required = true,
        };
        var reason = new Option<string>("--reason") { Description = "Why; the organisation that wrote it reads this.", HelpName = "text", Required = true };
        return cli.Command(
            "recall", "Take an item back from a side or a force (its organisation and coordinators).", RunAsync, [item, from, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).RecallAsync(id, run.Get(from)!, run.Get(reason)!, key: null, cancellationToken);
            return run.Answers.Give("recalled", new { item = id }, say => say.Line("Taken back. What was read stays read: see contactgroup exposure."));
        }
    }
}
