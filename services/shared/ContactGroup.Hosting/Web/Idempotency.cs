using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// Runs a command once per person and key. The receipt is kept in the module's store in the transaction of the command itself, so a repeat after a
/// crash, a time-out or a lost answer gets the same receipt and writes nothing.
/// </summary>
public static class Idempotency
{
    private const string Table = "idempotency (person, key, command_hash, receipt, at)";
    private const int MostPurged = 1_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // Fields too: a command given as a tuple must not look empty. Receipts of older versions may have members that are gone.
    // A body of the greatest depth lies below the address that it was sent to.
    private static readonly JsonSerializerOptions Commands = new(Wire.Json) { IncludeFields = true, MaxDepth = 2 * Wire.MaxDepth };
    private static readonly JsonSerializerOptions Receipts = new(Wire.Json)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>Runs <paramref name="act"/> unless this person used the key before; then returns the receipt of that time.</summary>
    /// <param name="scope">The transaction of the command.</param>
    /// <param name="who">Who sends it; the same key of another person is another key.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="command">
    /// Everything that makes the command: the ids of the address as well as the body, such as <c>new { channel, request }</c>. Only its hash is kept.
    /// </param>
    /// <param name="act">The work.</param>
    /// <exception cref="IdempotencyConflict">The key was used with another command; answered with 422 CG-1006.</exception>
    public static async Task<TReceipt> RunOnceAsync<TReceipt>(
        WriteScope scope, Participant who, IdempotencyKey key, object command, Func<Task<TReceipt>> act)
    {
        var hash = HashOf(command);
        if (await ReadAsync(scope, who, key, hash) is { } before)
        {
            return JsonSerializer.Deserialize<TReceipt>(before, Receipts)!;
        }

        var receipt = await act();
        var now = scope.Now;
        scope.Later.Add(Table, [who.PersonId, key.Value, hash, JsonSerializer.Serialize(receipt, Receipts), now.ToMicroseconds()]);
        await PurgeSometimesAsync(scope, hash, now);
        return receipt;
    }

    /// <summary>
    /// The receipt of a command that this person sent before with the key; null when none was kept. To be asked before rules that may have changed since, such
    /// as those of time: a repeat after a lost answer is no new act.
    /// </summary>
    /// <param name="connection">The module's store.</param>
    /// <param name="who">Who sends it.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="command">As for <see cref="RunOnceAsync"/>.</param>
    /// <exception cref="IdempotencyConflict">The key was used with another command; answered with 422 CG-1006.</exception>
    public static async Task<TReceipt?> FindAsync<TReceipt>(DbConnection connection, Participant who, IdempotencyKey key, object command)
        where TReceipt : class =>
        await ReadAsync(connection, who, key, HashOf(command)) is { } receipt ? JsonSerializer.Deserialize<TReceipt>(receipt, Receipts) : null;

    /// <summary>The same inside a unit of work: also of a command that is to commit with it.</summary>
    public static async Task<TReceipt?> FindAsync<TReceipt>(WriteScope scope, Participant who, IdempotencyKey key, object command)
        where TReceipt : class =>
        await ReadAsync(scope, who, key, HashOf(command)) is { } receipt ? JsonSerializer.Deserialize<TReceipt>(receipt, Receipts) : null;

    private static async Task<string?> ReadAsync(WriteScope scope, Participant who, IdempotencyKey key, byte[] hash) =>
        scope.FindLater(Table, row => row[0].Equals(who.PersonId) && row[1].Equals(key.Value)) is [_, _, byte[] earlier, string receipt, _]
            ? CryptographicOperations.FixedTimeEquals(earlier, hash) ? receipt : throw new IdempotencyConflict()
            : await ReadAsync(scope.Connection, who, key, hash);

    private static async Task<string?> ReadAsync(DbConnection connection, Participant who, IdempotencyKey key, byte[] hash)
    {
        var before = await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT command_hash AS CommandHash, receipt AS Receipt FROM idempotency WHERE person = @person AND key = @key",
            new { person = who.PersonId, key = key.Value });
        return before is null || CryptographicOperations.FixedTimeEquals(before.CommandHash, hash) ? before?.Receipt : throw new IdempotencyConflict();
    }

    // One command in 64 pays for the clean-up, chosen by its hash: no timer, no state, and bounded work each time.
    private static Task PurgeSometimesAsync(WriteScope scope, byte[] hash, DateTimeOffset now) => hash[0] % 64 != 0
        ? Task.CompletedTask
        : scope.Connection.ExecuteAsync(
            "DELETE FROM idempotency WHERE (person, key) IN (SELECT person, key FROM idempotency WHERE at < @before LIMIT @MostPurged)",
            new { before = (now - Kept).ToMicroseconds(), MostPurged });

    private static byte[] HashOf(object command)
    {
        // Two verbs with an empty body are different commands; the compiler's names for anonymous types change from build to build.
        var type = command.GetType();
        var name = type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ? string.Empty : type.FullName ?? string.Empty;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new[] { name }, Wire.Json));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(command, type, Commands));
        return hash.GetHashAndReset();
    }

    private sealed record Row(byte[] CommandHash, string Receipt);
}
