using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private const string Concerns = "api/movements/concerns";

    /// <summary>Keeps an area and a time of concern for the own organisation alone; for forces and police.</summary>
    public Task<ConcernReceipt> AddConcernAsync(ConcernDraft concern, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(concern);
        return api.CommandAsync<ConcernReceipt>(Concerns, concern, key, cancellationToken);
    }

    /// <summary>The concerns of the own organisation.</summary>
    public Task<ConcernList> ListConcernsAsync(CancellationToken cancellationToken = default) => api.GetAsync<ConcernList>(Concerns, cancellationToken);

    /// <summary>Removes a concern of the own organisation.</summary>
    public Task RemoveConcernAsync(string concern, CancellationToken cancellationToken = default) =>
        api.SendAsync(new ApiCall(HttpMethod.Delete, $"{Concerns}/{EscapeDataString(concern)}"), cancellationToken);

    /// <summary>Which notifications that the caller holds come into a concern of the own organisation.</summary>
    public Task<OverlapList> ListOverlapsAsync(CancellationToken cancellationToken = default) =>
        api.GetAsync<OverlapList>("api/movements/overlaps", cancellationToken);
}
