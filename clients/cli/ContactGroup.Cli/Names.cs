using System.Text.RegularExpressions;
using ContactGroup.Client;

namespace ContactGroup.Cli;

/// <summary>Finds channels, groups, items and reviews by what people call them.</summary>
internal sealed partial class Names(ContactGroupClient client)
{
    private IReadOnlyList<ContactGroupInfo>? groups;

    public async Task<IReadOnlyList<ContactGroupInfo>> GroupsAsync(CancellationToken cancellationToken) =>
        groups ??= await client.GetGroupsAsync(cancellationToken);

    /// <summary>A channel by id, by name, or by <c>group/channel</c> where a name is used twice.</summary>
    public async Task<string> ChannelAsync(string text, CancellationToken cancellationToken)
    {
        if (IsId(text))
        {
            return text;
        }

        var all = (await GroupsAsync(cancellationToken)).SelectMany(g => g.Channels.Select(c => (Group: g.Name, Channel: c))).ToArray();
        var matches = all.Where(c => Same(c.Channel.Name, text) || Same($"{c.Group}/{c.Channel.Name}", text)).ToArray();
        return matches switch
        {
            [var only] => only.Channel.Id,
            [] => throw NotFound("channel", text, all.Select(c => c.Channel.Name)),
            _ => throw new CliException(
                ExitCode.Usage, $"There are several channels named '{text}'.", "Say which: " + string.Join(", ", matches.Select(c => $"\"{c.Group}/{c.Channel.Name}\""))),
        };
    }

    /// <summary>The name of a channel that is known, else its id.</summary>
    public async Task<string> ChannelNameAsync(string id, CancellationToken cancellationToken) =>
        (await GroupsAsync(cancellationToken)).SelectMany(g => g.Channels).FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal))?.Name ?? id;

    /// <summary>A contact group by id or name; without a name, the only one there is.</summary>
    public async Task<ContactGroupInfo> GroupAsync(string? text, CancellationToken cancellationToken)
    {
        var all = await GroupsAsync(cancellationToken);
        var matches = all.Where(g => text is null || Same(g.Id, text) || Same(g.Name, text)).ToArray();
        return matches switch
        {
            [var only] => only,
            [] => throw NotFound("contact group", text ?? string.Empty, all.Select(g => g.Name)),
            _ => throw new CliException(
                ExitCode.Usage, "There are several contact groups.", "Say which: " + string.Join(", ", matches.Select(g => $"\"{g.Name}\""))),
        };
    }

    /// <summary>An organisation by id, name or short name. For administrators and coordinators.</summary>
    public async Task<Organisation> OrganisationAsync(string text, CancellationToken cancellationToken)
    {
        var all = await client.Administration.GetOrganisationsAsync(cancellationToken);
        return Only("organisation", text, [.. all.Where(o => Same(o.Id, text) || Same(o.Name, text) || Same(o.Abbreviation, text))], o => o.Id, all.Select(o => o.Name));
    }

    /// <summary>A person by id, or by the name that others see with their organisation. For administrators and coordinators.</summary>
    public async Task<PersonName> PersonAsync(string text, string? organisation, CancellationToken cancellationToken)
    {
        if (organisation is null)
        {
            return IsId(text) ? new PersonName(text, text) : throw new CliException(ExitCode.Usage, $"'{text}' is no person's id.", "Say of which organisation: --of NAME");
        }

        var of = await OrganisationAsync(organisation, cancellationToken);
        var people = await client.Administration.GetPeopleAsync(of.Id, cancellationToken);
        var only = Only(
            "person", text, [.. people.Where(p => Same(p.Id, text) || Same(p.DisplayName, text))], p => p.Account is null ? p.Id : $"{p.Id} ({p.Account})", people.Select(p => p.DisplayName));
        return new PersonName(only.Id, $"{only.DisplayName} ({of.Name})");
    }

    /// <summary>An administrator by id, account or the name that others see. For administrators.</summary>
    public async Task<PersonName> AdministratorAsync(string text, CancellationToken cancellationToken)
    {
        var all = await client.Administration.GetAdministratorsAsync(cancellationToken);
        var only = Only(
            "administrator", text, [.. all.Where(p => Same(p.Id, text) || Same(p.Account, text) || Same(p.DisplayName, text))], p => $"{p.Id} ({p.Account})", all.Select(p => p.DisplayName));
        return new PersonName(only.Id, $"{only.DisplayName} (administrator)");
    }

    /// <summary>A member of a contact group by id or by the name that others see.</summary>
    public async Task<PersonName> MemberAsync(string group, string text, CancellationToken cancellationToken)
    {
        if (IsId(text))
        {
            return new PersonName(text, text);
        }

        var members = (await client.GetMembersAsync(group, cancellationToken)).Where(m => m.Person is not null).ToArray();
        var only = Only("member", text, [.. members.Where(m => Same(m.DisplayName, text))], m => $"{m.Person} ({m.Organisation})", members.Select(m => m.DisplayName));
        return new PersonName(only.Person!, $"{only.DisplayName} ({only.Organisation})");
    }

    private static T Only<T>(string what, string text, T[] matches, Func<T, string> told, IEnumerable<string> known) => matches switch
    {
        [var only] => only,
        [] => throw NotFound(what, text, known),
        _ => throw new CliException(ExitCode.Usage, $"'{text}' is the name of several.", "Give an id: " + string.Join(", ", matches.Select(told))),
    };

    /// <summary>An item by id or by reference, such as <c>SIR-7K3M-Q2XD</c>.</summary>
    public async Task<string> ItemAsync(string text, CancellationToken cancellationToken)
    {
        if (IsId(text))
        {
            return text;
        }

        if (!Reference().IsMatch(text))
        {
            throw new CliException(ExitCode.Usage, $"'{text}' is neither an item's id nor its reference.", "References look like SIR-7K3M-Q2XD; see: contactgroup items");
        }

        var page = await client.FindItemsAsync(new ItemQuery(Text: text.ToUpperInvariant(), Limit: 50), cancellationToken);
        return page.Items.FirstOrDefault(i => Same(i.Reference, text))?.Id ?? throw NotFound("item", text, []);
    }

    /// <summary>A review by id, or by the reference of the item that waits.</summary>
    public async Task<string> ReviewAsync(string text, string? audience, CancellationToken cancellationToken)
    {
        if (IsId(text) && audience is null)
        {
            return text;
        }

        return (await OpenReviewAsync(text, audience, cancellationToken)).Id;
    }

    /// <summary>The one request that waits for an answer, or had consent, of the audience asked for.</summary>
    public static Widening WideningOf(Item item, string? audience)
    {
        var matches = (item.Widenings ?? []).Where(w => w.State is not "declined" && (audience is null || Same(w.Audience, audience))).ToArray();
        return matches switch
        {
            [var only] => only,
            [] => throw NotFound("request", item.Reference ?? item.Id, []),
            _ => throw new CliException(ExitCode.Usage, "There are several requests.", "Say which: " + string.Join(", ", matches.Select(w => "--to " + w.Audience))),
        };
    }

    /// <summary>A review as it waits now, by id or by the reference of the item.</summary>
    public async Task<Review> OpenReviewAsync(string text, string? audience, CancellationToken cancellationToken)
    {
        var matches = (await client.Coordination.GetReviewsAsync(group: null, cancellationToken))
            .Where(r => (Same(r.Reference, text) || Same(r.Item, text) || Same(r.Id, text)) && (audience is null || Same(r.Audience, audience)))
            .ToArray();
        return matches switch
        {
            [var only] => only,
            [] => throw NotFound("review", text, []),
            _ => throw new CliException(
                ExitCode.Usage, $"{text} waits for several audiences.", "Say which: " + string.Join(", ", matches.Select(r => "--audience " + r.Audience))),
        };
    }

    private static bool IsId(string text) => Id().IsMatch(text);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static CliException NotFound(string what, string text, IEnumerable<string> known) => new(
        ExitCode.NotFound,
        $"There is no {what} '{text}' for you.",
        string.Join(", ", known.Select(k => $"\"{k}\"")) is { Length: > 0 } list ? "You have: " + list : "It is absent or not for you: the server gives the same answer to both, on purpose.");

    [GeneratedRegex("^[0-9a-hjkmnp-tv-z]{26}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Z]{2,5}-[0-9A-Z]{4}-[0-9A-Z]{4}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex Reference();
}
