using ContactGroup.Contracts;

namespace ContactGroup.Access.Tests.Features;

/// <summary>Absent and invisible are one answer, byte for byte.</summary>
public sealed class UniformRefusalTests(AccessApp app) : IClassFixture<AccessApp>
{
    public static TheoryData<string, string> Acts => new()
    {
        { "update", """{"title":"x"}""" },
        { "state", """{"state":"ESCALATED"}""" },
        { "withdraw", """{"reason":"y"}""" },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_item_that_is_absent_malformed_or_invisible_gets_the_same_answer(string act, string body)
    {
        var invisible = await app.RaisedAsync(People.Ngo, app.Channels.Open());

        var hidden = await app.PostAsync(People.OtherNgo, $"items/{invisible}/{act}", body);
        var absent = await app.PostAsync(People.OtherNgo, $"items/{Ids.New()}/{act}", body);
        var malformed = await app.PostAsync(People.OtherNgo, $"items/x/{act}", body);

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden, absent);
        Assert.Equal(hidden, malformed);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_colleague_outside_the_room_gets_the_same_answer_for_a_notice_and_for_none_also_while_release_is_away(string act, string body)
    {
        var channel = app.Channels.Open();
        var invisible = await app.RaisedAsync(People.Ngo, channel);
        app.Channels.Shut(channel, People.Colleague.PersonId);
        app.Held.Away = true;
        try
        {
            var hidden = await app.PostAsync(People.Colleague, $"items/{invisible}/{act}", body);
            var absent = await app.PostAsync(People.Colleague, $"items/{Ids.New()}/{act}", body);

            Assert.Equal(503, hidden.Status);
            Assert.Equal(hidden, absent);
        }
        finally
        {
            app.Held.Away = false;
        }
    }

    [Fact]
    public async Task Who_wrote_a_notice_takes_it_back_while_release_is_away()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        app.Held.Away = true;
        try
        {
            var answer = await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "The wrong place" });

            Assert.Equal(202, answer.Status);
        }
        finally
        {
            app.Held.Away = false;
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_bad_body_does_not_tell_an_invisible_item_from_an_absent_one(string act, string body)
    {
        _ = body;
        var invisible = await app.RaisedAsync(People.Ngo, app.Channels.Open());

        var hidden = await app.PostAsync(People.Force, $"items/{invisible}/{act}", """{"ifVersion":9}""");
        var absent = await app.PostAsync(People.Force, $"items/{Ids.New()}/{act}", """{"ifVersion":9}""");

        Assert.Equal(404, hidden.Status);
        Assert.Equal(hidden, absent);
    }

    [Fact]
    public async Task A_channel_that_is_absent_malformed_or_shut_gets_the_same_answer()
    {
        var shut = app.Channels.Open();
        app.Channels.Shut(shut, People.Force.PersonId);

        var hidden = await app.PostAsync(People.Force, $"channels/{shut}/notices", Notices.Good());
        var absent = await app.PostAsync(People.Force, $"channels/{Ids.New()}/notices", Notices.Good());
        var malformed = await app.PostAsync(People.Force, "channels/x/notices", Notices.Good());
        var badBody = await app.PostAsync(People.Force, $"channels/{shut}/notices", Notices.Good(("severity", "9")));

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden, absent);
        Assert.Equal(hidden, malformed);
        Assert.Equal(hidden, badBody);
    }

    [Fact]
    public async Task Who_holds_a_notice_of_others_is_told_that_it_is_not_theirs()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        app.Held.Give(People.OtherNgo.OrganisationId, item);

        var answer = await app.PostAsync(People.OtherNgo, $"items/{item}/withdraw", new { reason = "Mine now" });

        Assert.Equal((403, "CG-3003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Who_left_the_channel_no_longer_knows_their_own_notice()
    {
        var channel = app.Channels.Open();
        var item = await app.RaisedAsync(People.Ngo, channel);
        app.Channels.Shut(channel, People.Ngo.PersonId);

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/update", new { title = "x" });

        Assert.Equal((404, "CG-2004"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Coordination_that_does_not_hold_a_notice_gets_the_answer_of_none()
    {
        var invisible = await app.RaisedAsync(People.Ngo, app.Channels.Open());

        var hidden = await app.PostAsync(People.Coordinator, $"items/{invisible}/state", new { state = "ESCALATED" });

        Assert.Equal(404, hidden.Status);
        Assert.Equal(await app.PostAsync(People.Coordinator, $"items/{Ids.New()}/state", new { state = "ESCALATED" }), hidden);
    }
}
