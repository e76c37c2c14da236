using System.CommandLine;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>explain</c>: who can see an item and why, as far as the asker may know.</summary>
internal static class ExplainCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        return cli.Command("explain", "Say who can see an item and why, as far as you may know.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var why = await (await run.ClientAsync(cancellationToken)).ExplainAsync(id, cancellationToken);
            return run.Answers.Give("explanation", why, say =>
            {
                say.Line(why.Sentence);
                if (why.Shown is { Count: > 0 } shown)
                {
                    say.Table(["KIND OF FIELD", "SHOWN"], shown.Select(s => new[] { s.FieldClass, s.Grain }));
                }

                foreach (var coarse in why.Coarse ?? [])
                {
                    say.Line($"· {coarse.Sentence}");
                }

                foreach (var reason in why.Because ?? [])
                {
                    say.Line($"· {reason.Sentence} ({reason.Rule})");
                }

                if (why.Others is { Count: > 0 } others)
                {
                    say.Table(
                        ["AUDIENCE", "STATE", "SINCE", "WHY"],
                        others.Select(o => new[] { o.Audience, o.State, o.Since is { } since ? FieldText.Of(since) : string.Empty, o.Reason ?? o.Sentence }));
                }

                if (why.Decisions is { Count: > 0 } decisions)
                {
                    say.Table(
                        ["DECIDED FOR", "STATE", "AT", "BY", "WHY"],
                        decisions.Select(d => new[] { d.Audience, d.Edited ? "released, edited" : d.State, FieldText.Of(d.At), d.By, d.Reason }));
                }
            });
        }
    }
}
