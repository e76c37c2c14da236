using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>widen</c>: a coordinator asks the owner of an item whether it may go further.</summary>
internal static class WidenCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        var to = new Option<string>("--to") { Description = "A side or one force, e.g. side:political or audience:military:northern-force.", HelpName = "audience", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for its owner.", HelpName = "text", Required = true };
        return cli.Command("widen", "Ask the owner of an item whether it may go further (coordinators).", RunAsync, [item, to, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var widening = await (await run.ClientAsync(cancellationToken)).Coordination.AskToWidenAsync(id, run.Get(to)!, run.Get(reason)!, key: null, cancellationToken);
            return run.Answers.Give("asked", new { widening }, say => say.Line("Asked. It goes no further before a person of its organisation consents."));
        }
    }
}
