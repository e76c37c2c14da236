using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Tests;

/// <summary>What identity told before it answered; can fail.</summary>
internal sealed class PeopleHeard : IPeopleGate
{
    public List<PersonChanged> People { get; } = [];

    public List<OrganisationChanged> Organisations { get; } = [];

    public bool Fails { get; set; }

    public ValueTask ChangeAsync(PersonChanged person, CancellationToken cancellationToken)
    {
        Require();
        People.Add(person);
        return ValueTask.CompletedTask;
    }

    public ValueTask ChangeAsync(OrganisationChanged organisation, CancellationToken cancellationToken)
    {
        Require();
        Organisations.Add(organisation);
        return ValueTask.CompletedTask;
    }

    private void Require()
    {
        if (Fails)
        {
            throw new TimeoutException();
        }
    }
}
