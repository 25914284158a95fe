using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>A baseline in as many binary columns as it needs: a column holds 64 KiB, which is 8,000 references. The first edition kept the references as JSON in one column.</summary>
internal static class BaselineColumns
{
    private const string FirstEdition = "baseline";
    private const string Prefix = "baselineHashes";
    private const int PerColumn = 8_000;

    public static bool IsOne(string column) => column == FirstEdition || column.StartsWith(Prefix, StringComparison.Ordinal);

    public static void Write(TableEntity entity, Baseline? baseline)
    {
        if (baseline is null)
            return;

        entity[$"{Prefix}0"] = Array.Empty<byte>();
        foreach (var (number, hashes) in baseline.Hashes.Chunk(PerColumn).Index())
        {
            var bytes = new byte[hashes.Length * sizeof(ulong)];
            foreach (var (index, hash) in hashes.Index())
                BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(index * sizeof(ulong)), hash);
            entity[Column(number)] = bytes;
        }
    }

    public static Baseline? Read(TableEntity entity)
    {
        List<ulong> hashes = [];
        var number = 0;
        for (; entity.GetBinary(Column(number)) is { } bytes; number++)
        {
            for (var index = 0; index + sizeof(ulong) <= bytes.Length; index += sizeof(ulong))
                hashes.Add(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(index)));
        }
        if (number > 0)
            return Baseline.OfHashes(hashes);

        return entity.GetString(FirstEdition) is { } json
            ? Baseline.Of(JsonSerializer.Deserialize(json, OperationRowJson.Default.IReadOnlyListString) ?? [])
            : null;
    }

    private static string Column(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");
}
