using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

/// <summary>What only an administrator of the deployment may do. It gives no sight of content.</summary>
public sealed class Administration
{
    private readonly ApiTransport api;

    internal Administration(ApiTransport api) => this.api = api;

    private sealed record OrganisationList(IReadOnlyList<Organisation> Organisations);

    private sealed record PeopleList(IReadOnlyList<PersonOfOrganisation> People);

    /// <summary>The organisations of this deployment.</summary>
    public async Task<IReadOnlyList<Organisation>> GetOrganisationsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<OrganisationList>("api/identity/organisations", cancellationToken).ConfigureAwait(false)).Organisations;

    /// <summary>Adds an organisation.</summary>
    /// <param name="force">The party's force; needed for <c>military</c> and allowed for nobody else.</param>
    public Task<Organisation> AddOrganisationAsync(
        string name, string? abbreviation, string constituency, string? force = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Organisation>("api/identity/organisations", new { name, abbreviation, constituency, force }, key, cancellationToken);

    /// <summary>Invites a person to an organisation, or an administrator, who belongs to none.</summary>
    /// <param name="organisation">Id of the organisation; null for an administrator.</param>
    /// <param name="expiresInHours">1 to 720; 72 when null.</param>
    public Task<Invitation> InviteAsync(
        string? organisation,
        bool administrator = false,
        int? expiresInHours = null,
        IdempotencyKey? key = null,
        CancellationToken cancellationToken = default) =>
        api.CommandAsync<Invitation>("api/identity/invitations", new { organisation, administrator, expiresInHours }, key, cancellationToken);

    /// <summary>The people of an organisation.</summary>
    public async Task<IReadOnlyList<PersonOfOrganisation>> GetPeopleAsync(string organisation, CancellationToken cancellationToken = default) =>
        (await api.GetAsync<PeopleList>($"api/identity/organisations/{EscapeDataString(organisation)}/people", cancellationToken).ConfigureAwait(false)).People;

    /// <summary>The administrators, who belong to no organisation.</summary>
    public async Task<IReadOnlyList<PersonOfOrganisation>> GetAdministratorsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<PeopleList>("api/identity/administrators", cancellationToken).ConfigureAwait(false)).People;

    /// <summary>Suspends a person: all their sessions end at once.</summary>
    public Task SuspendAsync(string person, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/identity/people/{EscapeDataString(person)}/suspend", new { }, key, cancellationToken);
}
