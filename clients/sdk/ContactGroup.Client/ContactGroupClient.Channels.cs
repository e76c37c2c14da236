using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private sealed record GroupList(IReadOnlyList<ContactGroupInfo> Groups);

    private sealed record MemberList(IReadOnlyList<Member> Members);

    /// <summary>The contact groups that the caller belongs to.</summary>
    public async Task<IReadOnlyList<ContactGroupInfo>> GetGroupsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<GroupList>("api/channels/groups", cancellationToken).ConfigureAwait(false)).Groups;

    /// <summary>The members of a group that the caller may know of.</summary>
    public async Task<IReadOnlyList<Member>> GetMembersAsync(string group, CancellationToken cancellationToken = default) =>
        (await api.GetAsync<MemberList>($"api/channels/groups/{EscapeDataString(group)}/members", cancellationToken).ConfigureAwait(false)).Members;

    /// <summary>Accepts the terms of reference in the version that the caller has read.</summary>
    public Task AcceptTermsAsync(string group, int version, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/channels/groups/{EscapeDataString(group)}/terms/acceptance", new { version }, key, cancellationToken);

    /// <summary>Posts a message.</summary>
    public Task<Receipt> PostAsync(string channel, MessageDraft message, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return api.CommandAsync<Receipt>($"api/channels/channels/{EscapeDataString(channel)}/messages", message, message.AudienceShown, key, cancellationToken);
    }

    /// <summary>Changes a message of one's own.</summary>
    public Task<Receipt> EditAsync(string item, MessageEdit edit, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return api.CommandAsync<Receipt>(OnMessage(item, "edit"), edit, edit.AudienceShown, key, cancellationToken);
    }

    /// <summary>Takes back a message of one's own.</summary>
    public Task<Receipt> WithdrawAsync(string item, string? reason = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnMessage(item, "withdraw"), new { reason }, key, cancellationToken);

    /// <summary>Says that a message was read.</summary>
    public Task AcknowledgeAsync(string item, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync(OnMessage(item, "acknowledge"), new { }, key, cancellationToken);

    private static string OnMessage(string item, string verb) => $"api/channels/items/{EscapeDataString(item)}/{verb}";
}
