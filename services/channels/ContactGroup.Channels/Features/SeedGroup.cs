using System.Data.Common;
using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Features;

/// <summary>
/// Lays out a whole contact group in one transaction, by the same rules as the commands. A group of the same name is left as it is.
/// </summary>
internal sealed class SeedGroup([FromKeyedServices(ChannelsModule.Store)] ModuleStore store, ChannelDirectory directory)
{
    public Task<SeededGroup> RunAsync(GroupSeed seed, CancellationToken cancellationToken) => store.WriteAsync(
        async scope =>
        {
            scope.AfterCommit(directory.Forget);
            return await ContactGroups.FindByNameAsync(scope.Connection, seed.Name) is { } present
                ? await DescribeAsync(scope.Connection, present.Id, created: false)
                : await WriteAsync(scope, seed);
        },
        cancellationToken);

    private static async Task<SeededGroup> WriteAsync(WriteScope scope, GroupSeed seed)
    {
        var members = seed.Members.ToDictionary(member => member.Person, StringComparer.Ordinal);
        foreach (var member in seed.Members)
        {
            await KnowAsync(scope, member);
        }

        var group = await OpenGroup.WriteAsync(scope, OpeningOf(seed), ToMember(members[seed.Coordinator]));
        foreach (var member in seed.Members.Where(member => member.Person != seed.Coordinator))
        {
            await Memberships.JoinAsync(scope, group, ToMember(member), member.AcceptsTerms);
        }

        foreach (var channel in seed.Channels)
        {
            var opening = Checked(checks => OpenChannel.Check(checks, channel.Name, ChannelCodes.Kind.Of(channel.Kind), channel.Admits));
            var id = await OpenChannel.WriteAsync(scope, group, opening, seed.Coordinator);
            foreach (var message in channel.Messages)
            {
                await PostAsync(scope, id, members[message.Author], message);
            }
        }

        return await DescribeAsync(scope.Connection, group.Id, created: true);
    }

    private static async Task PostAsync(WriteScope scope, string channel, MemberSeed author, MessageSeed seed)
    {
        var who = new WhoAsks(author.Person, author.Organisation, author.Constituency, author.Force);
        var pass = (await Standings.FindAsync(scope.Connection, author.Person, channel))?.PassFor(who)
            ?? throw new RefusedException(ProblemCode.NotFound);
        var sensitivity = ChannelCodes.Sensitivity.Of(seed.Sensitivity);
        var label = Checked(checks => Label.Check(checks, sensitivity, seed.ReleaseTo, WordsOf(seed.Caveats), expiresAt: null));
        PostingRules.Require(pass);
        label.RequireWithin(pass, scope.Now);
        var text = Checked(checks => checks.Text("text", seed.Text, 1, Label.LongestText));
        await PostMessage.WriteAsync(scope, ToMember(author), pass, text, label, replyTo: null, seed.AcknowledgementRequested);
    }

    // Version 0: whatever identity tells about them later is newer.
    private static async Task KnowAsync(WriteScope scope, MemberSeed member)
    {
        await People.SaveAsync(scope, new OrganisationChanged(
            member.Organisation, member.OrganisationName, string.Empty, member.Constituency, member.Force, Version: 0, scope.Now));
        await People.SaveAsync(scope, new PersonChanged(
            member.Person, member.Name, member.Organisation, Suspended: false, IsAdministrator: false, Version: 0, scope.Now));
    }

    private static OpenGroup.Opening OpeningOf(GroupSeed seed) => Checked(checks => new OpenGroup.Opening(
        checks.Line("name", seed.Name, 1, Terms.LongestName),
        Terms.Check(checks, seed.Purpose, seed.Assumptions),
        ChannelCodes.Posture.Of(seed.Posture),
        seed.Exercise));

    private static async Task<SeededGroup> DescribeAsync(DbConnection connection, string group, bool created) => new(
        group,
        (await ContactGroups.ChannelsAsync(connection, group))
            .DistinctBy(channel => channel.Name, StringComparer.Ordinal)
            .ToDictionary(channel => channel.Name, channel => channel.Id, StringComparer.Ordinal),
        created);

    private static List<string> WordsOf(Caveats caveats) =>
        [.. ChannelCodes.Caveat.All.Where(word => caveats.HasFlag(ChannelCodes.Caveat.Read(word)))];

    private static T Checked<T>(Func<FieldChecks, T> check)
    {
        var checks = new FieldChecks();
        var value = check(checks);
        return checks.Failed ? throw new ArgumentException($"The seed breaks a rule at {string.Join(", ", checks.Errors.Keys)}.") : value;
    }

    private static Member ToMember(MemberSeed member) => new(
        member.Person, member.Name, member.Organisation, member.OrganisationName, ConstituencyCode.Of(member.Constituency)!, member.Force);
}
