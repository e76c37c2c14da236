using ContactGroup.Channels.Data;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Channels;

/// <summary>Takes over what identity changed ahead of the fact that tells of it, and ends what no longer holds before identity answers.</summary>
internal sealed class PeopleGate(MembershipReview review) : IPeopleGate
{
    // Not cancelled with the request: the change is in identity's store already.
    public async ValueTask ChangeAsync(PersonChanged person, CancellationToken cancellationToken) => await review.RunAsync(
        async scope =>
        {
            await People.SaveAsync(scope, person);
            return [person.Person];
        },
        CancellationToken.None);

    public async ValueTask ChangeAsync(OrganisationChanged organisation, CancellationToken cancellationToken) => await review.RunAsync(
        async scope =>
        {
            await People.SaveAsync(scope, organisation);
            return await People.OfOrganisationAsync(scope.Connection, organisation.Organisation);
        },
        CancellationToken.None);
}
