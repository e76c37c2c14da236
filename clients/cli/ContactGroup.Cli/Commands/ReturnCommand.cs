using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>return</c>: a coordinator gives an item back to its author.</summary>
internal static class ReturnCommand
{
    public static Command Build(Cli cli)
    {
        var review = new Argument<string>("REVIEW") { Description = "Id of the review, or reference of the item that waits." };
        var audience = new Option<string?>("--audience") { Description = "Which one, when an item waits for several.", HelpName = "audience" };
        var reason = new Option<string>("--reason") { Description = "What the author should change.", HelpName = "text", Required = true };
        return cli.Command("return", "Give an item back to its author; the audience gets nothing (coordinators).", RunAsync, [review, audience, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ReviewAsync(run.Get(review), run.Get(audience), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Coordination.ReturnAsync(id, run.Get(reason)!, key: null, cancellationToken);
            return run.Answers.Give("returned", new { review = id }, say => say.Line("Returned to its author."));
        }
    }
}
