using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Channels;

/// <summary>
/// Compares memberships with what identity says about their people now, in the transaction that takes over what identity said. Runs to the end again
/// when a fact is delivered again, so a crash between the commit and the gates leaves no right behind.
/// </summary>
internal sealed class MembershipReview(
    [FromKeyedServices(ChannelsModule.Store)] ModuleStore store, ChannelDirectory directory, RightsGates gates, ILogger<Log> log)
{
    /// <summary>Runs a change that names the people it may concern, and ends what no longer holds for them.</summary>
    public async Task RunAsync(Func<WriteScope, Task<IReadOnlyList<string>>> change, CancellationToken cancellationToken)
    {
        var ended = await store.WriteAsync(
            async scope =>
            {
                scope.AfterCommit(directory.Forget);
                var ends = new List<(string Person, MembershipEnd End)>();
                foreach (var person in await change(scope))
                {
                    ends.AddRange((await EndedAsync(scope, person)).Select(end => (person, end)));
                }

                return ends;
            },
            cancellationToken);
        foreach (var (person, end) in ended)
        {
            await gates.EndAsync(person, end);
            Log.MembershipsEnded(log, person);
        }
    }

    // Every membership that the person has no more, those that ended before included: whoever died between a commit and the gates closes them again.
    private static async Task<IReadOnlyList<MembershipEnd>> EndedAsync(WriteScope scope, string person)
    {
        var now = await People.FindJoinableAsync(scope.Connection, person);
        var ended = new List<MembershipEnd>();
        foreach (var membership in await Memberships.EverOfPersonAsync(scope.Connection, person))
        {
            if (membership.IsMember != 1)
            {
                ended.Add(new MembershipEnd(membership.ContactGroup, membership.Version));
            }
            else if (now is null || !SameRights(membership, now))
            {
                await Memberships.LeaveAsync(scope, membership);
                ended.Add(new MembershipEnd(membership.ContactGroup, membership.Version + 1));
            }
            else if (membership.Name != now.Name || membership.OrganisationName != now.OrganisationName)
            {
                await Memberships.RenameAsync(scope, membership, now.Name, now.OrganisationName);
            }
        }

        return ended;
    }

    private static bool SameRights(MembershipRow membership, Member now) =>
        membership.Organisation == now.Organisation && membership.Constituency == now.Constituency && membership.Force == now.Force;
}
