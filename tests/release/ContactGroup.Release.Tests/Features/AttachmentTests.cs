using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What each audience gets of the files of an item, and what it can do with their names.</summary>
public sealed class AttachmentTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(200_000);

    [Fact]
    public async Task A_force_gets_no_file_before_a_coordinator_has_looked_at_it()
    {
        var item = await PostAsync(["all"], await app.FileAsync(Bytes));

        Assert.Equal("CG-2004", (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Code);
        var own = await FileOfAsync(Exercise.Chidi, item);
        await AssertAbsentAsync(Exercise.North, Name(own));
    }

    [Fact]
    public async Task What_crosses_has_a_neutral_name_and_numbers_only_what_is_shown()
    {
        var document = await app.FileAsync([1], "staff list.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "It stays.");
        var item = await PostAsync(["all"], document, await app.FileAsync(Bytes), await app.FileAsync([2], "road of the clinic.png", "image/png"));

        await ReleaseAsync(item);

        var seen = await app.GetAsync(Exercise.North, $"items/{item.Item}");
        Assert.Equal(["attachment-1.jpg", "attachment-2.png"], seen.Body["fields"]!["attachments"]!.AsArray().Select(file => (string?)file!["name"]));
        Assert.All(["staff", "docx", "clinic", "dawn", "stays", "crosses", document.Id], told => Assert.DoesNotContain(told, seen.Text, StringComparison.Ordinal));
        var (answer, bytes) = await app.FetchAsync(Exercise.North, Name(seen.Body["fields"]!["attachments"]![0]!));
        Assert.Equal(Bytes, bytes);
        Assert.Contains("attachment; filename=attachment-1.jpg", answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_whose_only_file_stays_looks_as_if_it_had_none()
    {
        var with = await PostAsync(["all"], await app.FileAsync([1], "plan.pdf", "application/pdf", "It stays."));
        var without = await PostAsync(["all"]);

        await ReleaseAsync(with);
        await ReleaseAsync(without);

        Assert.Equal(await FieldsAsync(Exercise.North, without), await FieldsAsync(Exercise.North, with));
    }

    [Fact]
    public async Task The_own_side_gets_all_files_under_their_names_at_once()
    {
        var item = await PostAsync(["own-side"], await app.FileAsync(Bytes), await app.FileAsync([1], "plan.pdf", "application/pdf", "It stays."));

        var seen = await app.GetAsync(Exercise.Chidi, $"items/{item.Item}");

        Assert.Equal(["bridge at dawn.jpg", "plan.pdf"], seen.Body["fields"]!["attachments"]!.AsArray().Select(file => (string?)file!["name"]));
        Assert.Equal([1], (await app.FetchAsync(Exercise.Chidi, Name(seen.Body["fields"]!["attachments"]![1]!))).Bytes);
        Assert.Null(seen.Body["fields"]!["attachments"]![0]!["id"]);
    }

    [Fact]
    public async Task Every_stream_has_names_of_its_own_and_those_of_others_are_absent()
    {
        var item = await PostAsync(["all"], await app.FileAsync(Bytes));
        await ReleaseAsync(item);
        Participant[] readers = [Exercise.Amal, Exercise.Chidi, Exercise.Dora, Exercise.North, Exercise.South, Exercise.Olena];
        var names = new List<(Participant Reader, string Name)>();
        foreach (var reader in readers)
        {
            names.Add((reader, Name(await FileOfAsync(reader, item))));
        }

        Assert.Equal(readers.Length, names.Select(name => name.Name).Distinct().Count());
        foreach (var reader in readers.Where(reader => reader != Exercise.Amal))
        {
            foreach (var (_, name) in names.Where(name => name.Reader.Constituency != reader.Constituency || name.Reader.Force != reader.Force))
            {
                await AssertAbsentAsync(reader, name);
            }
        }
    }

    [Fact]
    public async Task The_upload_and_the_blob_are_no_names_to_anybody()
    {
        var file = await app.FileAsync(Bytes);
        var item = await PostAsync(["all"], file);
        await ReleaseAsync(item);

        foreach (var reader in Exercise.Members)
        {
            await AssertAbsentAsync(reader, file.Id);
            await AssertAbsentAsync(reader, file.Blob);
            Assert.DoesNotContain(file.Blob, (await app.GetAsync(reader, $"items/{item.Item}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_recall_and_an_edit_that_drops_the_file_end_it_at_once()
    {
        var kept = await app.FileAsync([1], "kept.png", "image/png");
        var dropped = await app.FileAsync(Bytes);
        var item = await PostAsync(["all"], dropped, kept);
        await ReleaseAsync(item);
        var name = Name(await FileOfAsync(Exercise.North, item));

        var edited = item with { Version = 2, Content = (JsonObject)item.Content.DeepClone() };
        AttachedFile.Write(edited.Content, [kept]);
        await app.TakeAsync(edited);

        await AssertAbsentAsync(Exercise.North, name);
        Assert.Equal("CG-2004", (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Code);
        await app.RemoveDroppedFilesAsync();
        Assert.Null(app.Blobs.OpenRead(dropped.Blob));

        await ReleaseAsync(edited);
        var left = Name(await FileOfAsync(Exercise.North, edited));
        await app.TakeAsync(edited with { Version = 3, Status = ItemStatus.Withdrawn });

        await AssertAbsentAsync(Exercise.North, left);
        Assert.Equal([1], (await app.FetchAsync(Exercise.Amal, Name(await FileOfAsync(Exercise.Amal, edited)))).Bytes);
    }

    [Fact]
    public async Task A_name_stays_over_revisions_of_the_view()
    {
        var item = await PostAsync(["own-side"], await app.FileAsync(Bytes));
        var before = Name(await FileOfAsync(Exercise.Chidi, item));
        var edited = item with { Version = 2, Content = (JsonObject)item.Content.DeepClone() };
        edited.Content["text"] = "Other words.";

        await app.TakeAsync(edited);

        Assert.Equal(before, Name(await FileOfAsync(Exercise.Chidi, item)));
    }

    [Fact]
    public async Task An_expired_item_and_a_member_who_left_have_no_file_any_more()
    {
        var item = await PostAsync(["own-side"], await app.FileAsync(Bytes));
        var name = Name(await FileOfAsync(Exercise.Chidi, item));
        await app.TakeAsync(item with { Version = 2, Expires = app.Clock.GetUtcNow().AddHours(1) });

        app.Clock.Leap(TimeSpan.FromHours(2));

        await AssertAbsentAsync(Exercise.Chidi, name);
        var leaver = Exercise.Of("Leaver", "Other NGO", Constituency.Nngo);
        await app.JoinAsync(leaver);
        var second = await PostAsync(["own-side"], await app.FileAsync(Bytes));
        var held = Name(await FileOfAsync(leaver, second));
        await app.JoinAsync(leaver, member: false);
        await AssertAbsentAsync(leaver, held);
    }

    [Fact]
    public async Task Ranges_are_given_of_what_is_held()
    {
        var item = await PostAsync(["own-side"], await app.FileAsync(Bytes));
        var name = Name(await FileOfAsync(Exercise.Chidi, item));

        var (whole, all) = await app.FetchAsync(Exercise.Chidi, name);
        var (head, none) = await app.FetchAsync(Exercise.Chidi, name, HttpMethod.Head);
        var (part, middle) = await app.FetchAsync(Exercise.Chidi, name, null, ("Range", "bytes=70000-140000"));
        var (resumed, rest) = await app.FetchAsync(Exercise.Chidi, name, null, ("Range", "bytes=199990-"), ("If-Range", whole.ETag!));
        var (beyond, _) = await app.FetchAsync(Exercise.Chidi, name, null, ("Range", "bytes=200000-"));

        Assert.Equal((200, 200, 206, 206, 416), (whole.Status, head.Status, part.Status, resumed.Status, beyond.Status));
        Assert.Equal(Bytes, all);
        Assert.Empty(none);
        Assert.Equal(whole.Headers, head.Headers);
        Assert.Equal(Bytes[70_000..140_001], middle);
        Assert.Equal(Bytes[199_990..], rest);
        Assert.All(["no-store", "nosniff", "sandbox", "attachment"], said => Assert.Contains(said, whole.Headers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_coordinator_opens_what_the_other_side_would_get_and_only_while_it_waits()
    {
        var item = await PostAsync(["all"], await app.FileAsync(Bytes));
        var review = (await app.ReviewsAsync()).First(review => (string?)review["item"] == item.Item);
        var name = Name(review["proposed"]!["attachments"]![0]!);

        Assert.Equal("attachment-1.jpg", (string?)review["proposed"]!["attachments"]![0]!["name"]);
        Assert.Equal(Bytes, (await app.FetchAsync(Exercise.Olena, name)).Bytes);
        await AssertAbsentAsync(Exercise.Amal, name);
        await ReleaseAsync(item);
        await AssertAbsentAsync(Exercise.Olena, name);
    }

    [Fact]
    public async Task In_cooperation_the_words_go_at_once_and_the_file_after_review()
    {
        var channel = Ids.New();
        await app.OpenChannelAsync(channel, ChannelKind.Plenary, Posture.Cooperation);
        var item = await PostAsync(["all"], channel, await app.FileAsync(Bytes));

        Assert.Null((await FieldsNodeAsync(Exercise.North, item))["attachments"]);
        Assert.Equal("See the picture.", (string?)(await FieldsNodeAsync(Exercise.North, item))["text"]);
        await ReleaseAsync(item);

        Assert.Equal(Bytes, (await app.FetchAsync(Exercise.North, Name(await FileOfAsync(Exercise.North, item)))).Bytes);
    }

    [Fact]
    public async Task A_picture_of_an_incident_never_reaches_a_force()
    {
        var incident = app.Incident();
        AttachedFile.Write(incident.Content, [await app.FileAsync(Bytes)]);
        await app.TakeAsync(incident);

        await app.ReleaseAllAsync();

        Assert.Null((await FieldsNodeAsync(Exercise.North, incident))["attachments"]);
        Assert.NotNull((await FieldsNodeAsync(Exercise.Chidi, incident))["attachments"]);
    }

    [Fact]
    public async Task A_preview_tells_what_stays_and_names_no_bytes()
    {
        var file = await app.FileAsync([1], "plan.pdf", "application/pdf", "It stays.");
        var picture = await app.FileAsync(Bytes);
        app.Uploads.Give(Exercise.Amal.PersonId, file);
        app.Uploads.Give(Exercise.Amal.PersonId, picture);
        object draft(params string[] uploads) => new { channel = app.Plenary, kind = "incident", content = new { summary = "Road closed.", attachments = uploads } };

        var preview = await app.PostAsync(Exercise.Amal, "preview", draft(file.Id, picture.Id));

        Assert.Equal(200, preview.Status);
        var own = preview.Body["views"]!.AsArray().First(view => (string?)view!["outcome"] == "shown")!["view"]!;
        Assert.Equal(["plan.pdf", "bridge at dawn.jpg"], own["attachments"]!.AsArray().Select(shown => (string?)shown!["name"]));
        Assert.Null(own["attachments"]![0]!["blob"]);
        Assert.Equal("CG-1002", (await app.PostAsync(Exercise.Basma, "preview", draft(file.Id))).Code);
    }

    [Fact]
    public async Task A_version_that_comes_twice_changes_no_name()
    {
        var message = Ids.New();
        var item = Item(["own-side"], app.Plenary, await app.FileAsync(Bytes));
        await app.TakeAsync(item, message);
        var before = Name(await FileOfAsync(Exercise.Chidi, item));

        await app.TakeAsync(item, message);
        await app.TakeAsync(item);

        Assert.Equal(before, Name(await FileOfAsync(Exercise.Chidi, item)));
    }

    /// <summary>Hidden and absent are one answer, whatever part is asked for and however.</summary>
    private async Task AssertAbsentAsync(Participant reader, string name)
    {
        (HttpMethod Method, (string, string)[] Headers)[] ways =
        [
            (HttpMethod.Get, []), (HttpMethod.Head, []), (HttpMethod.Get, [("Range", "bytes=0-0")]), (HttpMethod.Head, [("Range", "bytes=5-")]),
            (HttpMethod.Get, [("Range", "bytes=999999999-")]), (HttpMethod.Get, [("Range", "bytes=0-0"), ("If-Range", $"\"{name}\"")]),
            (HttpMethod.Get, [("If-None-Match", $"\"{name}\"")]), (HttpMethod.Get, [("If-Match", "*")]),
        ];
        foreach (var (method, headers) in ways)
        {
            var hidden = await app.FetchAsync(reader, name, method, headers);
            var absent = await app.FetchAsync(reader, Ids.New(), method, headers);
            var malformed = await app.FetchAsync(reader, "x", method, headers);

            Assert.Equal(404, absent.Answer.Status);
            Assert.Equal(absent.Answer, hidden.Answer);
            Assert.Equal(absent.Answer, malformed.Answer);
        }
    }

    private Task<ItemVersioned> PostAsync(string[] releaseTo, params AttachedFile[] files) => PostAsync(releaseTo, app.Plenary, files);

    private async Task<ItemVersioned> PostAsync(string[] releaseTo, string channel, params AttachedFile[] files)
    {
        var item = Item(releaseTo, channel, files);
        await app.TakeAsync(item);
        return item;
    }

    private ItemVersioned Item(string[] releaseTo, string channel, params AttachedFile[] files)
    {
        var item = app.Message(Exercise.Amal, "See the picture.", releaseTo) with { Channel = channel };
        AttachedFile.Write(item.Content, files);
        return item;
    }

    private async Task ReleaseAsync(ItemVersioned item)
    {
        foreach (var review in (await app.ReviewsAsync()).Where(review => (string?)review["item"] == item.Item))
        {
            Assert.Equal(204, (await app.ReleaseAsync(Exercise.Olena, review)).Status);
        }
    }

    private async Task<JsonNode> FieldsNodeAsync(Participant reader, ItemVersioned item) => (await app.GetAsync(reader, $"items/{item.Item}")).Body["fields"]!;

    private async Task<string> FieldsAsync(Participant reader, ItemVersioned item) => (await FieldsNodeAsync(reader, item)).ToJsonString();

    private async Task<JsonNode> FileOfAsync(Participant reader, ItemVersioned item) => (await FieldsNodeAsync(reader, item))["attachments"]![0]!;

    private static string Name(JsonNode file) => (string)file["blob"]!;
}
