using System.CommandLine;
using System.Text.Json;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>test-as</c>: what an audience gets of an item and why.</summary>
internal static class TestAsCommand
{
    public static Command Build(Cli cli)
    {
        var audience = new Argument<string>("AUDIENCE") { Description = "Such as military:northern-force or ingo." };
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        var posture = new Option<string?>("--posture") { Description = "As if in this posture.", HelpName = "posture" };
        return cli.Command("test-as", "Say what an audience gets of an item and why (coordinators).", RunAsync, [audience, item, posture]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var tested = await (await run.ClientAsync(cancellationToken)).Coordination.TestAsAsync(run.Get(audience), id, run.Get(posture), cancellationToken);
            return run.Answers.Give("tested", tested, say =>
            {
                say.Line(tested.Sentence);
                ShowFields(say, "now", tested.Now);
                ShowFields(say, "after a release", tested.AfterReview);
                foreach (var reason in tested.Because ?? [])
                {
                    say.Line($"· {reason.Sentence} ({reason.Rule})");
                }
            });
        }
    }

    private static void ShowFields(Answers say, string title, IReadOnlyDictionary<string, JsonElement>? fields)
    {
        if (fields is { Count: > 0 })
        {
            say.Line($"  {title}:");
            say.Pairs(fields.Select(field => ("    " + field.Key, (string?)FieldText.Of(field.Value))));
        }
    }
}
