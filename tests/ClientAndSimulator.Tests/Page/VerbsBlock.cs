using ClientAndSimulator.Tests.Verbs;

namespace ClientAndSimulator.Tests.Page;

/// <summary>Each verb of each API: its messages, its address, what it does and the tests.</summary>
internal static class VerbsBlock
{
    private const string Xml = "Payment Action";
    private const string Direct = "QuickPay/DirectAPI";
    private const string Delivery = "QuickPay/DeliveryAPI";

    private static readonly Dictionary<string, (string Request, string Answer, string Address, string Does)> Verbs = new(
        StringComparer.Ordinal
    )
    {
        ["Payment Inquiry"] = ("PaymentProcessRequest `I`", "PaymentProcessResponse", Xml, "reads a payment"),
        ["Payment Settlement"] = ("PaymentProcessRequest `S`", "PaymentProcessResponse", Xml, "captures an authorized payment"),
        ["Payment Void"] = ("PaymentProcessRequest `V`", "PaymentProcessResponse", Xml, "cancels what is not settled"),
        ["Payment Refund"] = ("PaymentProcessRequest `R`", "PaymentProcessResponse", Xml, "gives back all or a part"),
        ["Payment RefundStatus"] = ("PaymentProcessRequest `RS`", "PaymentProcessResponse", Xml, "lists a payment's refunds"),
        ["Cards Add"] = ("MaintenanceRequest `A`", "MaintenanceResponse", Xml, "stores a card"),
        ["Cards Inquiry"] = ("MaintenanceRequest `I`", "MaintenanceResponse", Xml, "reads a stored card"),
        ["Cards Update"] = ("MaintenanceRequest `U`", "MaintenanceResponse", Xml, "changes what is stored beside the number"),
        ["Cards Delete"] = ("MaintenanceRequest `D`", "MaintenanceResponse", Xml, "forgets a stored card"),
        ["Plans Inquiry"] = ("RecurringMaintenanceRequest `I`", "RecurringMaintenanceResponse", Xml, "reads a plan"),
        ["Plans Update"] = ("RecurringMaintenanceRequest `U`", "RecurringMaintenanceResponse", Xml, "replaces a plan's terms"),
        ["Plans Cancel"] = ("RecurringMaintenanceRequest `C`", "RecurringMaintenanceResponse", Xml, "ends a plan"),
        ["Options Get"] = ("IppOptionRequest", "IppOptionResponse", Xml, "lists all banks and their instalments"),
        ["QuickPay Generate"] = ("GenerateQPReq", "GenerateQPRes", Direct, "makes a link"),
        ["QuickPay GenerateAndSend"] = ("GenerateSendQPReq", "GenerateSendQPRes", Delivery, "makes a link and sends it"),
        ["QuickPay Send"] = ("QPSendReq", "QPSendRes", Delivery, "sends a link"),
        ["QuickPay Query"] = ("QPQueryReq", "QPQueryRes", Direct, "reads a link"),
        ["QuickPay Update"] = ("QPUpdateReq", "QPUpdateRes", Direct, "replaces a link's terms"),
        ["QuickPay Delete"] = ("QPDeleteReq", "QPDeleteRes", Direct, "ends a link"),
    };

    public static string Render()
    {
        var table = new MarkdownTable("Verb", "Request", "Answer", "Address", "What it does", "Tests");
        foreach (var name in Verb.All.Select(verb => verb.Name))
        {
            var (request, answer, address, does) = Verbs[name];
            table.Row(name, request, answer, address, does, Links.ToAll(Links.EveryVerb, TestsOf(name)));
        }

        return table.ToString();
    }

    private static string TestsOf(string name) =>
        name.Split(' ')[0] switch
        {
            "Payment" => "tests/ClientAndSimulator.Tests/Calls/PaymentTests.cs",
            "Cards" => "tests/ClientAndSimulator.Tests/Calls/CardTests.cs",
            "Plans" => "tests/ClientAndSimulator.Tests/Calls/PlanTests.cs",
            "Options" => "tests/ClientAndSimulator.Tests/Calls/OptionTests.cs",
            "QuickPay" => "tests/ClientAndSimulator.Tests/Calls/LinkTests.cs",
            _ => throw new InvalidOperationException($"Name the tests of {name}."),
        };
}
