using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>decline</c>: answers a coordinator's request that an item of the own organisation goes further.</summary>
internal static class DeclineCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        var audience = new Option<string?>("--to") { Description = "Which request, when there are several.", HelpName = "audience" };
        return cli.Command("decline", "Decline that an item of your organisation goes further, or take a consent back.", RunAsync, [item, audience]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var id = await names.ItemAsync(run.Get(item), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var asked = Names.WideningOf(await client.GetItemAsync(id, cancellationToken), run.Get(audience));
            await client.DeclineAsync(id, asked.Id, key: null, cancellationToken);
            return run.Answers.Give("answered", new { widening = asked.Id, state = "declined" }, say => say.Line($"It does not go to {asked.Audience}."));
        }
    }
}
