namespace ContactGroup.Contracts.Identity;

/// <summary>
/// Port: takes over who people and organisations are now, before their change is acknowledged. Implemented by the service that keeps memberships. The
/// facts of the same versions come as well and repeat it, so a process that dies in between leaves no right behind.
/// </summary>
public interface IPeopleGate
{
    /// <summary>Returns when every right that the person has no more has ended everywhere.</summary>
    ValueTask ChangeAsync(PersonChanged person, CancellationToken cancellationToken);

    /// <summary>Returns when every right that the organisation's people have no more has ended everywhere.</summary>
    ValueTask ChangeAsync(OrganisationChanged organisation, CancellationToken cancellationToken);
}
