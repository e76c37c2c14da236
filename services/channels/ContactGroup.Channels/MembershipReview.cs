using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
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
                var people = new List<string>();
                foreach (var person in await change(scope))
                {
                    if (await HasLostAllAsync(scope, person))
                    {
                        people.Add(person);
                    }
                }

                return people;
            },
            cancellationToken);
        foreach (var person in ended)
        {
            await gates.EndAsync(person, end: null);
            Log.MembershipsEnded(log, person);
        }
    }

    // True when the person belonged to a group once and belongs to none now: then nothing may reach them.
    private static async Task<bool> HasLostAllAsync(WriteScope scope, string person)
    {
        var now = await People.FindJoinableAsync(scope.Connection, person);
        var memberships = await Memberships.EverOfPersonAsync(scope.Connection, person);
        var lost = memberships.Count > 0;
        foreach (var membership in memberships.Where(membership => membership.IsMember == 1))
        {
            if (now is null || !SameRights(membership, now))
            {
                await Memberships.LeaveAsync(scope, membership);
                continue;
            }

            lost = false;
            if (membership.Name != now.Name || membership.OrganisationName != now.OrganisationName)
            {
                await Memberships.RenameAsync(scope, membership, now.Name, now.OrganisationName);
            }
        }

        return lost;
    }

    private static bool SameRights(MembershipRow membership, Member now) =>
        membership.Organisation == now.Organisation && membership.Constituency == now.Constituency && membership.Force == now.Force;
}
