using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>What goes into an export.</summary>
/// <param name="only">The one kind; null where it can be asked for.</param>
internal sealed class ExportFilters(string? only = null)
{
    private readonly Option<string?> channel = new("--channel") { Description = "Name or id of a channel.", HelpName = "channel" };
    private readonly Option<string?> kind = new("--kind") { Description = "Items of one kind only.", HelpName = "kind" };
    private readonly Option<string?> from = new("--from") { Description = "Not before: a day or an instant.", HelpName = "time" };
    private readonly Option<string?> to = new("--to") { Description = "Before: a day or an instant.", HelpName = "time" };
    private readonly Option<string?> status = new("--status") { Description = "Of one status, such as current.", HelpName = "status" };

    public IEnumerable<Symbol> All => only is null ? [channel, kind, from, to, status] : [channel, from, to];

    public async Task<ExportQuery> ReadAsync(Invocation run, Names names, CancellationToken cancellationToken) => new(
        run.Get(channel) is { } name ? await names.ChannelAsync(name, cancellationToken) : null,
        only ?? run.Get(kind),
        ItemsCommand.Time("--from", run.Get(from)),
        ItemsCommand.Time("--to", run.Get(to)),
        only is null ? run.Get(status) : null);
}
