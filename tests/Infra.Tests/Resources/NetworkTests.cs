namespace Infra.Tests.Resources;

public sealed class NetworkTests
{
    [Fact]
    public void A_private_installation_reaches_storage_and_vault_through_its_network_only()
    {
        var sut = Predicted.Prod;

        var storage = sut.Single("Microsoft.Storage/storageAccounts")["properties"]!;
        var vault = sut.Single("Microsoft.KeyVault/vaults")["properties"]!;
        var groups = sut.OfType("Microsoft.Network/privateEndpoints")
            .SelectMany(endpoint => endpoint["properties"]!["privateLinkServiceConnections"]!.AsArray())
            .SelectMany(connection => connection!["properties"]!["groupIds"]!.AsArray())
            .Select(Predicted.Text);

        // People get in from the addresses that the parameters name, and from nowhere else.
        foreach (var part in new[] { storage, vault })
        {
            Predicted.Text(part["networkAcls"]!["defaultAction"]).ShouldBe("Deny");
            Predicted.Text(part["networkAcls"]!["bypass"]).ShouldBe("None");
            part["networkAcls"]!["ipRules"]!.AsArray().Select(rule => Predicted.Text(rule!["value"])).ShouldBe(["REPLACEME"]);
        }
        groups.ShouldBe(["blob", "queue", "table", "vault"], ignoreOrder: true);
        sut.OfType("Microsoft.Network/privateDnsZones").Count.ShouldBe(4);
        sut.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count.ShouldBe(4);
        sut.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count.ShouldBe(4);
    }

    // 2C2P may allow requests from known addresses only.
    [Fact]
    public void A_private_installation_calls_2C2P_from_one_address()
    {
        var sut = Predicted.Prod;

        var app = sut.Single("Microsoft.Web/sites")["properties"]!;
        var subnets = sut.Single("Microsoft.Network/virtualNetworks")["properties"]!["subnets"]!.AsArray();
        var subnet = subnets.Single(one => Predicted.Text(one!["name"]) == "app")!["properties"]!;

        Predicted.Text(app["virtualNetworkSubnetId"]).ShouldEndWith("/subnets/app");
        Predicted.Text(subnet["natGateway"]!["id"]).ShouldBe(Predicted.Text(sut.Single("Microsoft.Network/natGateways")["id"]));
        sut.OfType("Microsoft.Network/publicIPAddresses").Count.ShouldBe(1);
    }

    [Fact]
    public void Without_that_parameter_there_is_no_network()
    {
        var sut = Predicted.Dev;

        sut.All.ShouldNotContain(resource => Predicted.Text(resource["type"]).StartsWith("Microsoft.Network/"));
        sut.Single("Microsoft.Web/sites")["properties"]!["virtualNetworkSubnetId"].ShouldBeNull();
    }
}
