using System.CommandLine;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>reviews</c>: what waits for a coordinator.</summary>
internal static class ReviewsCommand
{
    public static Command Build(Cli cli)
    {
        var group = new Option<string?>("--group") { Description = "Of one contact group, by name or id.", HelpName = "group" };
        return cli.Command("reviews", "List what waits for your decision (coordinators).", RunAsync, [group]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var id = run.Get(group) is { } name ? (await names.GroupAsync(name, cancellationToken)).Id : null;
            var reviews = await (await run.ClientAsync(cancellationToken)).Coordination.GetReviewsAsync(id, cancellationToken);
            return run.Answers.Give("reviews", reviews, say =>
            {
                if (reviews.Count == 0)
                {
                    say.Line("Nothing waits.");
                }

                foreach (var review in reviews)
                {
                    say.Pairs(
                    [
                        ("Review", review.Id),
                        ("Item", $"{review.Reference ?? review.Item} ({review.Kind})"),
                        ("For", review.Audience),
                        ("Waits since", FieldText.Of(review.OpenedAt)),
                        ("Because", review.Reason),
                    ]);
                    say.Line("  as written:");
                    say.Pairs((review.Original ?? new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)).Select(f => ("    " + f.Key, (string?)FieldText.Of(f.Value))));
                    say.Line("  as it would go:");
                    say.Pairs((review.Proposed ?? new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)).Select(f => ("    " + f.Key, (string?)FieldText.Of(f.Value))));
                    say.Line();
                }
            });
        }
    }
}
