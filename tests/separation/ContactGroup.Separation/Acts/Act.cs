using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>One thing that somebody does in a world.</summary>
/// <param name="By">Key of who does it; for what only an author can do, the author of that world is taken instead.</param>
internal abstract record Act(string By)
{
    /// <summary>Name of the operation, for counting.</summary>
    public virtual string Operation => GetType().Name;

    /// <summary>Whether it writes an item.</summary>
    public bool Writes => this is Post or Report or Smuggle or Notify or Advise or Raise;

    /// <summary>Slot of the item it acts on, if any.</summary>
    public virtual string? On => null;

    /// <summary>What happens, as a sentence without its subject.</summary>
    public abstract string Tell(Plan plan);

    /// <summary>Does it. What it acts on may be absent in this world: then nothing happens.</summary>
    public abstract Task DoAsync(World world, string key);

    /// <summary>Sends a command and returns its answer.</summary>
    protected static async Task<RawAnswer> CommandAsync(World world, string by, string path, JsonObject body, string key, string method = "POST", string headers = "")
    {
        var answer = await world.Http.SendAsync(new RawRequest(method, path, world.TokenOf(by), body.ToJsonString(), $"Idempotency-Key: {key}-key\r\n{headers}"));
        world.Note(by, answer);
        world.WasRefused |= answer.Status >= 400;
        return answer;
    }

    protected static JsonArray List(IEnumerable<string> atoms) => new([.. atoms.Select(atom => (JsonNode)atom)]);
}
