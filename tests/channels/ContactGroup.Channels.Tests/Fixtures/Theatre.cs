using System.Net;

namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>A contact group with every kind of member and of channel; everybody has accepted the terms of reference.</summary>
internal sealed class Theatre(ChannelsApp app)
{
    public Person Coordinator { get; } = Person.Coordinator();

    public Person Ingo { get; } = Person.Ingo();

    public Person Nngo { get; } = Person.Nngo();

    public Person Donor { get; } = Person.Donor();

    public Person Police { get; } = Person.Police();

    public Person North { get; } = Person.North();

    public Person South { get; } = Person.South();

    public Person Outsider { get; } = Person.Ingo("Outsider");

    public string Group { get; private set; } = string.Empty;

    public string Plenary { get; private set; } = string.Empty;

    public string Humanitarian { get; private set; } = string.Empty;

    public string NgoRoom { get; private set; } = string.Empty;

    public string NorthDesk { get; private set; } = string.Empty;

    public string Notice { get; private set; } = string.Empty;

    public Person[] Members => [Coordinator, Ingo, Nngo, Donor, Police, North, South];

    public static async Task<Theatre> OpenAsync(ChannelsApp app, string posture = "coexistence")
    {
        var theatre = new Theatre(app);
        await app.KnowAsync([.. theatre.Members, theatre.Outsider]);
        theatre.Group = await theatre.OpenGroupAsync(posture);
        foreach (var member in theatre.Members.Where(member => member != theatre.Coordinator))
        {
            await theatre.AddAsync(member);
            await theatre.AcceptAsync(member, 1);
        }

        theatre.Plenary = await theatre.OpenChannelAsync("Plenary", "plenary");
        theatre.Humanitarian = await theatre.OpenChannelAsync("Humanitarian caucus", "caucus", "humanitarian");
        theatre.NgoRoom = await theatre.OpenChannelAsync("NGO room", "caucus", "ingo", "nngo");
        theatre.NorthDesk = await theatre.OpenChannelAsync("North desk", "desk", "military:northern-force");
        theatre.Notice = await theatre.OpenChannelAsync("Notices", "notice");
        return theatre;
    }

    public Caller As(Person person) => app.As(person);

    public async Task<string> OpenGroupAsync(string posture, string name = "Contact group north") =>
        (await As(Coordinator).PostAsync(
            "groups", new { name, purpose = "Keep aid apart from fighting", assumptions = "No movement is agreed here", posture }))
        .Is(HttpStatusCode.Created).Id;

    public async Task<string> OpenChannelAsync(string name, string kind, params string[] admits) =>
        (await As(Coordinator).PostAsync($"groups/{Group}/channels", new { name, kind, admits })).Is(HttpStatusCode.Created).Id;

    public async Task AddAsync(Person person) =>
        (await As(Coordinator).PostAsync($"groups/{Group}/members", new { person = person.Id })).Is(HttpStatusCode.NoContent);

    public async Task AcceptAsync(Person person, int version) =>
        (await As(person).PostAsync($"groups/{Group}/terms/acceptance", new { version })).Is(HttpStatusCode.NoContent);

    public async Task RemoveAsync(Person person) =>
        (await As(Coordinator).DeleteAsync($"groups/{Group}/members/{person.Id}")).Is(HttpStatusCode.NoContent);

    public async Task WriteTermsAsync() =>
        (await As(Coordinator).PostAsync($"groups/{Group}/terms", new { purpose = "New purpose", assumptions = "New assumptions" })).Is(HttpStatusCode.OK);

    public async Task SetPostureAsync(string posture) =>
        (await As(Coordinator).PostAsync($"groups/{Group}/posture", new { posture, reason = "Situation changed" })).Is(HttpStatusCode.NoContent);

    public Task<Answer> TryPostAsync(Person person, string channel, string text = "Road open", string? key = null) =>
        As(person).PostAsync($"channels/{channel}/messages", new { text }, key);

    /// <summary>Posts a message that its author's organisation, and whoever is named, then hold.</summary>
    public async Task<string> PostAsync(Person person, string channel, params Person[] holders)
    {
        var item = (await TryPostAsync(person, channel)).Is(HttpStatusCode.Accepted).Item;
        foreach (var holder in holders.Append(person))
        {
            app.Held.Give(holder, item, channel);
        }

        return item;
    }
}
