namespace ContactGroup.Incidents.Tests.Features;

public sealed class VerifyIncidentTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_coordinator_who_holds_a_report_verifies_it()
    {
        var item = await HeldByAllAsync();

        var answer = await app.PostAsync(People.Coordinator, $"items/{item}/verify", new { verification = "VERIFIED", reliability = "B", credibility = 1 });

        Assert.Equal(202, answer.Status);
        var content = (await app.FactAsync(item, 2)).Content;
        Assert.Equal("VERIFIED", content["verification"]!.GetValue<string>());
        Assert.Equal("B", content["sourceReliability"]!.GetValue<string>());
        Assert.Equal("1", content["credibility"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("PARTIALLY_VERIFIED")]
    [InlineData("DISPUTED")]
    [InlineData("REFUTED")]
    [InlineData("RETRACTED")]
    [InlineData("UNVERIFIED")]
    public async Task Another_organisation_of_the_humanitarian_side_may_say_any_degree(string verification)
    {
        var item = await HeldByAllAsync();

        var answer = await app.PostAsync(People.OtherNgo, $"items/{item}/verify", new { verification });

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task The_reporting_organisation_never_verifies_itself()
    {
        var item = await HeldByAllAsync();
        var before = await app.StoredAsync();

        var author = await app.PostAsync(People.Ngo, $"items/{item}/verify", new { verification = "VERIFIED" });
        var colleague = await app.PostAsync(People.Colleague, $"items/{item}/verify", new { verification = "VERIFIED" });

        Assert.Equal((403, "CG-2003"), (author.Status, author.Code));
        Assert.Equal((403, "CG-2003"), (colleague.Status, colleague.Code));
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task Other_sides_do_not_verify()
    {
        var item = await HeldByAllAsync();

        var force = await app.PostAsync(People.Force, $"items/{item}/verify", new { verification = "REFUTED" });
        var donor = await app.PostAsync(People.Donor, $"items/{item}/verify", new { verification = "VERIFIED" });

        Assert.Equal((403, "CG-2003"), (force.Status, force.Code));
        Assert.Equal((403, "CG-2003"), (donor.Status, donor.Code));
    }

    [Fact]
    public async Task Who_does_not_hold_a_report_cannot_verify_it()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        var answer = await app.PostAsync(People.OtherNgo, $"items/{item}/verify", new { verification = "VERIFIED" });

        Assert.Equal((404, "CG-2004"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("""{}""", "verification")]
    [InlineData("""{"verification":"TRUE"}""", "verification")]
    [InlineData("""{"verification":"VERIFIED","reliability":"Z"}""", "reliability")]
    [InlineData("""{"verification":"VERIFIED","credibility":9}""", "credibility")]
    public async Task A_degree_that_does_not_exist_is_refused(string body, string field)
    {
        var item = await HeldByAllAsync();

        var answer = await app.PostAsync(People.Coordinator, $"items/{item}/verify", body);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Fields);
    }

    private async Task<string> HeldByAllAsync()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        foreach (var person in new[] { People.Ngo, People.OtherNgo, People.Coordinator, People.Force, People.Donor })
        {
            app.Held.Give(person.OrganisationId, item);
        }

        return item;
    }
}
