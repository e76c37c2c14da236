using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;

namespace ContactGroup.Channels.Tests.Features;

public sealed class NoContentTests : TheatreTests
{
    [Fact]
    public async Task No_answer_and_no_log_line_carries_what_was_written()
    {
        var text = "canary" + Ids.New();
        var reason = "canary" + Ids.New();
        var author = Theatre.As(Theatre.Ingo);
        var answers = new List<Answer> { (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, text)).Is(HttpStatusCode.Accepted) };
        var item = answers[0].Item;
        App.Held.Give(Theatre.Nngo, item, Theatre.Plenary);

        answers.Add((await author.PostAsync($"items/{item}/edit", new { text = text + " edited" })).Is(HttpStatusCode.Accepted));
        answers.Add((await Theatre.As(Theatre.Nngo).PostAsync($"items/{item}/acknowledge", new { })).Is(HttpStatusCode.Accepted));
        answers.Add(await Theatre.As(Theatre.Nngo).PostAsync($"items/{item}/edit", new { text }));
        answers.Add((await author.PostAsync($"items/{item}/withdraw", new { reason })).Is(HttpStatusCode.Accepted));
        foreach (var path in new[] { "groups", $"groups/{Theatre.Group}/members", $"channels/{Theatre.Plenary}/messages", $"items/{item}" })
        {
            answers.Add(await author.GetAsync(path));
            answers.Add(await Theatre.As(Theatre.Coordinator).GetAsync(path));
        }

        Assert.All(answers, answer => Assert.DoesNotContain("canary", answer.Body + answer.Headers, StringComparison.Ordinal));
        Assert.DoesNotContain(App.Logs.Lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_cannot_be_read_here_at_all()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);

        (await Theatre.As(Theatre.Ingo).GetAsync($"channels/{Theatre.Plenary}/messages")).Is(HttpStatusCode.MethodNotAllowed);
        (await Theatre.As(Theatre.Ingo).GetAsync($"items/{item}")).Is(HttpStatusCode.NotFound);
    }
}
