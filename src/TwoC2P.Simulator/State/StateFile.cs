using System.Text.Json;
using System.Text.Json.Nodes;
using TwoC2P.Simulator.CardTokens;
using TwoC2P.Simulator.InstallmentOptions;
using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.QuickPay;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RecurringPlans;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.State;

/// <summary>
/// The gateway's record in a file (<c>--state</c>): transactions with their refunds, requests with an idempotencyID, cards, plans, banks and links. What was ordered of it (faults, late work, callbacks that
/// wait for another attempt) and what was received is forgotten with the program.
/// </summary>
internal sealed class StateFile(
    SimulatorOptions options,
    TransactionStore transactions,
    IdempotentRequests idempotent,
    MerchantRecords<Card> cards,
    MerchantRecords<Plan> plans,
    MerchantRecords<BankList> banks,
    MerchantRecords<Link> links
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };
    private readonly Lock _gate = new();
    private readonly string _path = options.State ?? throw new InvalidOperationException("There is no file without --state.");

    /// <summary>Whether an earlier run left its record: it takes the place of the seeds.</summary>
    public static bool IsThere(SimulatorOptions options) => File.Exists(options.State);

    /// <summary>Writes the whole record or nothing.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save()
    {
        lock (_gate)
        {
            var unfinished = _path + ".new";
            using (var file = OpenPrivately(unfinished))
                JsonSerializer.Serialize(file, Record(), Json);
            File.Move(unfinished, _path, overwrite: true);
        }
    }

    /// <summary>Takes over what the file holds.</summary>
    /// <exception cref="JsonException">It is no record of this program.</exception>
    public void Load()
    {
        var record = JsonNode.Parse(File.ReadAllText(_path)) ?? throw new JsonException("The record is empty.");
        foreach (var transaction in Read<Transaction>(record, "transactions"))
            transactions.Put(transaction);
        idempotent.TakeOver(Read<ServedRequest>(record, "idempotent"));
        foreach (var card in Read<Card>(record, "cards"))
            cards.Put(card.MerchantId, card.StoreCardUniqueId, card);
        foreach (var plan in Read<Plan>(record, "plans"))
            plans.Put(plan.MerchantId, plan.RecurringUniqueId, plan);
        foreach (var list in Read<BankList>(record, "banks"))
            banks.Put(list.MerchantId, IppOptionRoot.OnlyList, list);
        foreach (var link in Read<Link>(record, "links"))
            links.Put(link.MerchantId, link.QpId, link);
    }

    private JsonObject Record() =>
        new()
        {
            // Each inside its own lock: nothing is read while it changes.
            ["transactions"] = new JsonArray([
                .. transactions.Keys().Select(key => transactions.Use(key, known => JsonSerializer.SerializeToNode(known, Json))),
            ]),
            ["idempotent"] = JsonSerializer.SerializeToNode(idempotent.All(), Json),
            ["cards"] = JsonSerializer.SerializeToNode(cards.Read(merchantId: null), Json),
            ["plans"] = JsonSerializer.SerializeToNode(plans.Read(merchantId: null), Json),
            ["banks"] = JsonSerializer.SerializeToNode(banks.Read(merchantId: null), Json),
            ["links"] = JsonSerializer.SerializeToNode(links.Read(merchantId: null), Json),
        };

    private static IReadOnlyList<T> Read<T>(JsonNode record, string name) =>
        record[name].Deserialize<List<T>>(Json) ?? throw new JsonException($"The record has no {name}.");

    private static FileStream OpenPrivately(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
