using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private sealed record ExportAsked(string Request);

    /// <summary>What the caller may see, as a file. Several sites leave together only when two people want it: see <see cref="AskToExportAsync"/>.</summary>
    /// <param name="format"><c>geojson</c>, <c>html</c>, <c>hxl</c>, <c>kml</c>, <c>cap</c>, <c>ics</c>, <c>cot</c> or <c>template</c>.</param>
    public Task<ExportedFile> ExportAsync(string format, ExportQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = new QueryText()
            .With("channel", query.Channel)
            .With("kind", query.Kind)
            .With("from", query.From)
            .With("to", query.To)
            .With("status", query.Status);
        return FileAsync($"api/release/exports/{EscapeDataString(format)}{text}", cancellationToken);
    }

    /// <summary>One item as a file, as far as the caller may see it.</summary>
    public Task<ExportedFile> ExportItemAsync(string item, string format, CancellationToken cancellationToken = default) =>
        FileAsync($"api/release/items/{EscapeDataString(item)}/export/{EscapeDataString(format)}", cancellationToken);

    /// <summary>Asks for an export that takes two people. Somebody else has to confirm it within a day.</summary>
    /// <returns>Id of the request, for <see cref="ConfirmExportAsync"/> and <see cref="FetchExportAsync"/>.</returns>
    public async Task<string> AskToExportAsync(string format, ExportQuery query, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var body = new { format, query.Channel, query.Kind, query.From, query.To, query.Status };
        return (await api.CommandAsync<ExportAsked>("api/release/exports/requests", body, key, cancellationToken).ConfigureAwait(false)).Request;
    }

    /// <summary>Exports that take two people: the caller's own, and those the caller may confirm.</summary>
    public Task<ExportRequests> GetExportRequestsAsync(CancellationToken cancellationToken = default) =>
        api.GetAsync<ExportRequests>("api/release/exports/requests", cancellationToken);

    /// <summary>Is the second person of an export: a colleague of who asked, or a coordinator of their contact group.</summary>
    public Task ConfirmExportAsync(string request, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/release/exports/requests/{EscapeDataString(request)}/confirm", new { }, key, cancellationToken);

    /// <summary>Fetches an export that was confirmed: once, within an hour. It holds what the caller may see now.</summary>
    public Task<ExportedFile> FetchExportAsync(string request, CancellationToken cancellationToken = default) =>
        FileAsync($"api/release/exports/requests/{EscapeDataString(request)}/file", cancellationToken);

    private async Task<ExportedFile> FileAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await api.FetchAsync(new ApiCall(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        if (answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') is not { Length: > 0 } name)
        {
            throw new ContactGroupException(ErrorCodes.UnexpectedAnswer, answer.StatusCode, "The server did not answer with a file.");
        }

        return new ExportedFile(name, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }
}
