using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Movements;
using ContactGroup.Movements.Domain.Movements;

namespace ContactGroup.Movements.Tests.Domain;

public sealed class StatesTests
{
    [Fact]
    public void What_is_over_is_the_same_for_who_notifies_and_for_what_is_urgent()
    {
        var states = CodeLists.Get("movement-state").Values.ToList();

        Assert.Contains(States.Expired, states);
        Assert.All(states, state => Assert.Equal(States.IsOver(state), MovementUrgency.IsOver(state)));
    }
}
