using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>acknowledge</c>: says that a message was read. Receipt only, never consent.</summary>
internal static class AcknowledgeCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        return cli.Command("acknowledge", "Say that you have read a message. It says nothing else.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).AcknowledgeAsync(id, key: null, cancellationToken);
            return run.Answers.Give("acknowledged", new { item = id }, say => say.Line("Acknowledged."));
        }
    }
}
