<?php
// Read before anything of WordPress: where this site stands, and where it keeps its data.
define('DB_DIR', getenv('WORDPRESS_DATA'));
define('WP_HOME', getenv('WORDPRESS_URL'));
define('WP_SITEURL', getenv('WORDPRESS_URL'));
// Application passwords without https are for such a site alone.
define('WP_ENVIRONMENT_TYPE', 'local');
// Nothing is asked over the network, not even a name, and nothing runs unless a test says so.
$wp_filter['pre_http_request'][10][] = [
    'function' => fn() => new WP_Error('none', 'There is no network.'),
    'accepted_args' => 0,
];
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
