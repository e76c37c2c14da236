namespace ContactGroup.Hosting.Tests.Web;

public sealed class IdempotencyTests(EdgeApp app) : IClassFixture<EdgeApp>
{
    [Fact]
    public async Task The_same_key_and_command_run_once_and_get_the_same_receipt()
    {
        var first = await app.PostAsync("""{"text":"once"}""", "repeat-0001");
        var handled = app.Handled;

        var second = await app.PostAsync("""{ "text": "once" }""", "repeat-0001");

        Assert.Equal(first, second);
        Assert.Equal(handled, app.Handled);
    }

    [Fact]
    public async Task The_same_key_with_another_command_is_a_conflict()
    {
        await app.PostAsync("""{"text":"one"}""", "conflict-0001");

        var answer = await app.PostAsync("""{"text":"two"}""", "conflict-0001");

        Assert.Equal((422, "CG-1006"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        var mine = await app.PostAsync("""{"text":"mine"}""", "shared-0001", "p1");

        var theirs = await app.PostAsync("""{"text":"theirs"}""", "shared-0001", "p2");

        Assert.Equal(202, theirs.Status);
        Assert.False(mine.Body == theirs.Body, "two people share a receipt");
    }

    [Fact]
    public async Task Twenty_at_once_run_once()
    {
        var before = app.Handled;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.PostAsync("""{"text":"race"}""", "race-00001")));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(before + 1, app.Handled);
    }
}
