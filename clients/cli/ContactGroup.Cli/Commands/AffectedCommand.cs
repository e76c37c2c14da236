using System.CommandLine;
using System.Globalization;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>affected</c>: the movement or the site that an incident affects.</summary>
internal static class AffectedCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of an incident." };
        return cli.Command(
            "affected", "Say which movement or site an incident affects, and when the record of it was kept, as far as you may know.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var affected = await (await run.ClientAsync(cancellationToken)).GetAffectedAsync(id, cancellationToken);
            return run.Answers.Give("affected", affected, say =>
            {
                var version = affected.Version is { } held ? string.Create(CultureInfo.InvariantCulture, $", version {held}, as it was when this was reported") : string.Empty;
                say.Line($"It affects the {affected.Kind} {affected.Reference}{version}.");
                if (affected.Kept is { } kept)
                {
                    say.Line($"Its record was kept on {FieldText.Of(kept)}. Take it out: contactgroup {affected.Kind}s record {affected.Reference} --incident {run.Get(item)} > kept.json");
                }

                OnNotification.SayLaw(say, [affected.Kind]);
            });
        }
    }
}
