/** What `require('n8n-nodes-teamviewer')` gives: the compiled nodes and credentials that package.json registers with n8n. */
const { n8n } = require('./package.json');

const shipped = [...n8n.nodes, ...n8n.credentials].map((file) => require(`./${file}`));

module.exports = Object.assign({}, ...shipped);
