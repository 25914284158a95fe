metadata description = 'The private ways to storage and vault.'

import { tagsType } from 'types.bicep'

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('The network that resolves the private names.')
@minLength(2)
@maxLength(55)
param networkName string

@description('Storage account.')
@minLength(3)
@maxLength(24)
param storageName string

@description('Vault.')
@minLength(3)
@maxLength(24)
param vaultName string

var storageId = resourceId('Microsoft.Storage/storageAccounts', storageName)
var suffix = environment().suffixes.storage
var targets = [
  { name: '${storageName}-blob', resourceId: storageId, group: 'blob', zone: 'privatelink.blob.${suffix}' }
  { name: '${storageName}-queue', resourceId: storageId, group: 'queue', zone: 'privatelink.queue.${suffix}' }
  { name: '${storageName}-table', resourceId: storageId, group: 'table', zone: 'privatelink.table.${suffix}' }
  {
    name: '${vaultName}-vault'
    resourceId: resourceId('Microsoft.KeyVault/vaults', vaultName)
    group: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
  }
]

module endpoints 'private-endpoint.bicep' = [
  for target in targets: {
    params: {
      name: target.name
      location: location
      tags: tags
      networkId: resourceId('Microsoft.Network/virtualNetworks', networkName)
      subnetId: resourceId('Microsoft.Network/virtualNetworks/subnets', networkName, 'endpoints')
      resourceId: target.resourceId
      group: target.group
      zoneName: target.zone
    }
  }
]
