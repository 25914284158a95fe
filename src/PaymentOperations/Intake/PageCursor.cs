using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PaymentOperations.Intake;

/// <summary>Writes places in a list as cursors that nobody is tempted to take apart.</summary>
internal static class PageCursor
{
    private const int MostCharacters = 80;

    [return: NotNullIfNotNull(nameof(position))]
    public static string? Write(string? position) =>
        position is null ? null : Convert.ToBase64String(Encoding.ASCII.GetBytes(position));

    /// <summary>The place; null for what no cursor of ours can be.</summary>
    public static string? Read(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        return cursor.Length <= MostCharacters && Convert.TryFromBase64String(cursor, bytes, out var length)
            ? Encoding.ASCII.GetString(bytes[..length])
            : null;
    }
}
