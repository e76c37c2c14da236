using ContactGroup.Contracts.Codes;
using ContactGroup.Movements.Domain;

namespace ContactGroup.Movements.Tests.Domain;

public sealed class DispatchStatesTests
{
    [Fact]
    public void Every_state_of_a_line_is_a_code_with_words_and_a_source()
    {
        var list = CodeLists.Get("dispatch-state");

        Assert.All(
            [Dispatching.Queued, Dispatching.Sent, Dispatching.Failed, Acknowledgement.Acknowledged, Acknowledgement.Queried],
            state => Assert.NotNull(list.Find(state)));
        Assert.False(string.IsNullOrWhiteSpace(list.Source));
    }
}
