using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels;

/// <summary>Every service that shows content and must stop before the end of a membership is acknowledged. There may be none.</summary>
internal sealed class RightsGates(IEnumerable<IRightsGate> gates)
{
    /// <summary>Ends rights in one group, or in all. Not cancelled with the request: the membership has already ended in the store.</summary>
    public async Task EndAsync(string person, string? group)
    {
        foreach (var gate in gates)
        {
            await gate.EndAsync(person, group, CancellationToken.None);
        }
    }
}
