using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Incidents.Tests.Features;

public sealed class AttachToReportTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_report_carries_files_that_its_reporter_uploaded()
    {
        var file = Give(People.Ngo);

        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("attachments", new[] { file })));

        Assert.Equal([file], await FilesAsync(item, 1));
    }

    [Fact]
    public async Task A_file_of_another_is_refused_like_one_that_never_was()
    {
        var anothers = Give(People.OtherNgo);

        var refused = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("attachments", new[] { anothers })));
        var absent = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("attachments", new[] { Ids.New() })));

        Assert.Equal("CG-1002", refused.Code);
        Assert.Equal(["attachments"], refused.Fields);
        Assert.Equal(absent.Body.ToJsonString(), refused.Body.ToJsonString());
    }

    [Fact]
    public async Task An_update_keeps_files_unless_it_names_others()
    {
        var (first, second) = (Give(People.Ngo), Give(People.Colleague));
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("attachments", new[] { first })));
        app.Held.Give(People.Colleague.OrganisationId, item);

        await app.PostAsync(People.Ngo, $"items/{item}/update", new { hazardOngoing = true });
        await app.PostAsync(People.Colleague, $"items/{item}/update", new { attachments = new[] { second, first } });
        var corrected = await app.PostAsync(People.Ngo, $"items/{item}/correct", new { reason = "Wrong picture", attachments = Array.Empty<string>() });

        Assert.Equal(202, corrected.Status);
        Assert.Equal([first], await FilesAsync(item, 2));
        Assert.Equal([second, first], await FilesAsync(item, 3));
        Assert.Empty(await FilesAsync(item, 4));
    }

    [Fact]
    public async Task More_files_than_a_report_may_carry_are_refused_and_so_is_one_twice()
    {
        var file = Give(People.Ngo);

        var many = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("attachments", Enumerable.Range(0, 6).Select(_ => Ids.New()).ToArray())));
        var twice = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("attachments", new[] { file, file })));

        Assert.Equal(("CG-1002", "CG-1002"), (many.Code, twice.Code));
    }

    private string Give(Participant person)
    {
        var file = new AttachedFile(Ids.New(), Ids.New(), "road.jpg", "image/jpeg", "jpg", 10, Stays: null);
        app.Uploads.Give(person.PersonId, file);
        return file.Id;
    }

    private async Task<IEnumerable<string>> FilesAsync(string item, int version) => AttachedFile.Of((await app.FactAsync(item, version)).Content).Select(file => file.Id);
}
