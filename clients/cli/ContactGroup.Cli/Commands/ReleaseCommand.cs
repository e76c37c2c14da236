using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>release</c>: a coordinator lets an audience have the proposed view.</summary>
internal static class ReleaseCommand
{
    public static Command Build(Cli cli)
    {
        var review = new Argument<string>("REVIEW") { Description = "Id of the review, or reference of the item that waits." };
        var audience = new Option<string?>("--audience") { Description = "Which one, when an item waits for several.", HelpName = "audience" };
        var note = new Option<string?>("--note") { Description = "For the record.", HelpName = "text" };
        return cli.Command("release", "Let an audience have the proposed view (coordinators).", RunAsync, [review, audience, note]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ReviewAsync(run.Get(review), run.Get(audience), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Coordination.ReleaseAsync(id, run.Get(note), key: null, cancellationToken);
            return run.Answers.Give("released", new { review = id }, say => say.Line("Released."));
        }
    }
}
