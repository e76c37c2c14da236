using System.CommandLine;
using System.Text.Json;
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
                    ShowFields(say, "as written", review.Original);
                    foreach (var view in review.Views ?? [])
                    {
                        ShowFields(say, $"as it would go to {string.Join(", ", view.Audiences)}", view.Fields);
                    }

                    say.Line();
                }

                OnNotification.SayLaw(say, reviews.Select(review => review.Kind));
            });
        }
    }

    // A coordinator who may not see an item as written decides on what would go.
    private static void ShowFields(Answers say, string title, IReadOnlyDictionary<string, JsonElement>? fields)
    {
        if (fields is { Count: > 0 })
        {
            say.Line($"  {title}:");
            say.Pairs(fields.Select(f => ("    " + f.Key, (string?)FieldText.Of(f.Value))));
        }
    }
}
