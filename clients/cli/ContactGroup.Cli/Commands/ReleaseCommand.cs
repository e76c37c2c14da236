using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>release</c>: a coordinator lets an audience have the proposed view, whole or with changes.</summary>
internal static class ReleaseCommand
{
    public static Command Build(Cli cli)
    {
        var review = new Argument<string>("REVIEW") { Description = "Id of the review, or reference of the item that waits." };
        var audience = new Option<string?>("--audience") { Description = "Which one, when an item waits for several.", HelpName = "audience" };
        var omit = new Option<string[]>("--omit") { Description = "Leave a field out; may be repeated.", HelpName = "field" };
        var coarse = new Option<string[]>("--coarse") { Description = "Show a field in its coarse form; may be repeated.", HelpName = "field" };
        var text = new Option<string[]>("--text") { Description = "Show other words in a field; may be repeated.", HelpName = "field=words|field=@file" };
        var note = new Option<string?>("--note") { Description = "Why, for the record and for the owner.", HelpName = "text" };
        return cli.Command(
            "release", "Let an audience have the proposed view, whole or with changes (coordinators).", RunAsync, [review, audience, omit, coarse, text, note]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var changes = new Dictionary<string, FieldChange>(StringComparer.Ordinal);
            FieldChanges.Add(changes, run.Get(omit), FieldChange.LeaveOut);
            FieldChanges.Add(changes, run.Get(coarse), FieldChange.Coarser);
            await FieldChanges.AddTextsAsync(changes, run.Get(text), cancellationToken);
            var waiting = await (await run.NamesAsync(cancellationToken)).OpenReviewAsync(run.Get(review), run.Get(audience), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Coordination.ReleaseAsync(
                waiting, changes.Count == 0 ? null : changes, run.Get(note), key: null, cancellationToken);
            return run.Answers.Give(
                "released", new { review = waiting.Id, edited = changes.Count > 0 }, say => say.Line(changes.Count > 0 ? "Released as edited." : "Released."));
        }
    }
}
