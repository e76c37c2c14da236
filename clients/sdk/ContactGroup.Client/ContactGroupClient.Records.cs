using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    /// <summary>
    /// The record of a movement or a site that the caller's organisation notified: a file that <see cref="NotificationRecord.Check"/> checks without a server.
    /// Absent for anybody else.
    /// </summary>
    /// <param name="incident">An incident that was linked to it: then the record as it was kept for that incident. Absent when the caller does not hold the incident.</param>
    public async Task<byte[]> GetRecordAsync(string item, string? incident = null, CancellationToken cancellationToken = default)
    {
        var query = new QueryText().With("incident", incident);
        using var answer = await api.FetchAsync(new ApiCall(HttpMethod.Get, $"api/release/items/{EscapeDataString(item)}/record{query}"), cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The notification that an incident affects. Absent unless the caller holds both, on the side that reported the incident.</summary>
    public Task<AffectedNotification> GetAffectedAsync(string incident, CancellationToken cancellationToken = default) =>
        api.GetAsync<AffectedNotification>($"api/release/items/{EscapeDataString(incident)}/affected", cancellationToken);
}
