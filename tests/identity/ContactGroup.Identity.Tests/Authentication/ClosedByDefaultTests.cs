using System.Net;
using System.Net.Http.Headers;
using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;
using Microsoft.AspNetCore.TestHost;
using Moq;

namespace ContactGroup.Identity.Tests.Authentication;

/// <summary>A host that cannot tell whether a session is over lets nobody in.</summary>
public sealed class ClosedByDefaultTests
{
    private static readonly Participant Worker = new("person", "Wanda", "organisation", "Aid Now", Constituency.Ingo, null, "session", false);

    [Fact]
    public async Task A_host_without_revocation_refuses_every_ticket()
    {
        var answer = await AskAsync(revocation: null);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "CG-1008", "2"), (answer.Status, answer.Code, answer.Headers["Retry-After"]));
    }

    [Fact]
    public async Task Revocation_that_fails_refuses_the_ticket()
    {
        var broken = new Mock<ISessionRevocation>();
        broken.Setup(one => one.IsRevoked(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>())).Throws<TimeoutException>();

        var answer = await AskAsync(broken.Object);

        Assert.Equal("CG-1008", answer.Code);
    }

    [Fact]
    public async Task Revocation_is_asked_about_session_person_and_start()
    {
        var clock = new FakeClock();
        var open = new Mock<ISessionRevocation>();

        var answer = await AskAsync(open.Object, clock);

        Assert.Equal((HttpStatusCode.OK, "person"), (answer.Status, answer.Text));
        open.Verify(one => one.IsRevoked("session", "person", clock.GetUtcNow()));
    }

    private static async Task<Answer> AskAsync(ISessionRevocation? revocation, TimeProvider? clock = null)
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:DataFolder"] = folder.Path;
        builder.Services.AddSingleton(clock ?? new FakeClock());
        builder.Services.AddProblemEdge().AddSessionAuthentication();
        if (revocation is not null)
        {
            builder.Services.AddSingleton(revocation);
        }

        await using var app = builder.Build();
        app.UseProblemEdge();
        app.MapModule("things").MapGet("/who", (Participant who) => who.PersonId);
        await app.StartAsync();
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", app.Services.GetRequiredService<AccessTokens>().Issue(Worker).Text);
        using var response = await client.GetAsync("/api/things/who");
        return await Answer.ReadAsync(response);
    }
}
