using System.CommandLine;
using System.Globalization;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>movements lead-times</c>: how long before its window a movement should be notified in a channel.</summary>
internal static class LeadTimesCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        return cli.Command("lead-times", "Show how many hours before its window a movement should be notified. A later one needs a reason and is sent all the same.", RunAsync, [channel]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var times = await (await run.ClientAsync(cancellationToken)).ReadLeadTimesAsync(id, cancellationToken);
            return run.Answers.Give("leadTimes", times, say => say.Table(
                ["WHO", "STANDARD", "AIR AND SEA", "EMERGENCY"],
                [Row("everybody else", times.Deployment), .. times.Parties.Select(party => Row(party.Audience, party.Hours))]));
        }
    }

    private static string[] Row(string who, LeadHours hours) => [who, Hours(hours.Standard), Hours(hours.AirAndSea), Hours(hours.Emergency)];

    private static string Hours(int hours) => string.Create(CultureInfo.InvariantCulture, $"{hours} h");
}
